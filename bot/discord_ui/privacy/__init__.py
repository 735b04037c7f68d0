"""What is kept of a member: `/privacy`, and the end of what is kept."""
