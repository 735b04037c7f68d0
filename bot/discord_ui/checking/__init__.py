"""Checking an answer that was shown, and reporting it: what its buttons do."""
