"""Readers: a question and passages in, the words that answer out."""
