"""What a question asks for, worked out from its wording alone; pure."""
