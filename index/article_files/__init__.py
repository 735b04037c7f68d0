"""The corpus folder, read into articles; what cannot be read is told with file and line."""
