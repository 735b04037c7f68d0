"""Questions over public passages, put to the whole service: retrieved, read, compared, and held against labels."""
