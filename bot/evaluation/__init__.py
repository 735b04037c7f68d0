"""Questions with known answers, put to the service: what came out right and what did not."""
