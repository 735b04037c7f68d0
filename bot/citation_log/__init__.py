"""What was answered, shown and ruled: append-only, chained, forgetting what it must."""
