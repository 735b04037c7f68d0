"""A question on its way: bounded, queued, answered, written down, shown."""
