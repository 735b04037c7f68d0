"""A corpus into an index version: planned purely, carried out so that it happens whole or not at all."""
