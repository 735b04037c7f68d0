"""What stands behind `/corpus`: drafts, rebuilds, and their progress in a message."""
