"""Instruments with their status, parties, dates and conditions (`agreements`)."""
