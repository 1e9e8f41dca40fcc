"""Text and files that several rooms write in the same way."""
