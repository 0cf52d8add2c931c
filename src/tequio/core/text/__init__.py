"""Cleaning, comparing and finding short texts in Spanish and English."""
