"""Mentions of treaties, agreements and laws, and which are of the same one (`instruments`)."""
