"""Texts into vectors: the model as published, and the same model exported for a fast start."""
