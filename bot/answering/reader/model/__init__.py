"""The trained model: words of a text that answer a question, and whether one text follows from another."""
