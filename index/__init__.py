"""Articles in, ranked passages out. Knows neither Discord nor answers."""
