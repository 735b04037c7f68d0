"""The fixed words that Discord's members see, complete in each language; an article's words are never among them."""
