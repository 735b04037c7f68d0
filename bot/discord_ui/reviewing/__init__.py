"""What moderators do: reports put before them, their decisions, and what comes of those."""
