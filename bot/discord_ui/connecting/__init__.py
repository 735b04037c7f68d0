"""Coming to Discord and staying there: pauses that grow, the day's IDENTIFYs, events that cannot be read."""
