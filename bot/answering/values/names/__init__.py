"""Names of persons, places and organisations, recognised without a model."""
