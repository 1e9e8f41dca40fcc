"""Genres in the tags of people's files: written only on request, and taken back."""
