"""Text and file formats shared by the whole app."""
