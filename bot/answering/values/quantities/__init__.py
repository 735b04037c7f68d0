"""Numbers, ordinals, money, percentages, durations and times of day."""
