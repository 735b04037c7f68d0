"""A question in, a quoted and cited answer out."""
