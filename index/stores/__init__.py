"""What an index version is stored in: texts, words and vectors, a file each."""
