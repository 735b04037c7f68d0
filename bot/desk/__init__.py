"""The use cases: what members, moderators and editors do, whatever they do it through."""
