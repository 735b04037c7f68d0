"""Dates: finding them in a text, completing them from an article's own date, comparing them."""
