"""What questions are answered from: `/sources`."""
