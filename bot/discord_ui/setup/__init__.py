"""`/setup`: what a manager decides for a server."""
