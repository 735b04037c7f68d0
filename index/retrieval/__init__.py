"""A question into ranked passages."""
