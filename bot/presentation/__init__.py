"""Answers as people and programs see them: blocks → terminal | Discord, and the JSON interface."""
