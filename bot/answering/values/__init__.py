"""Types a span of an article, resolves it inside that article, and compares it with another article's."""
