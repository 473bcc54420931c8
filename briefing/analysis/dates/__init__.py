"""Dates in the text, and the timeline they make (`dates`, `timeline`)."""
