"""What can be wrong with a model, said in one sentence that names the file."""

from __future__ import annotations


class CheckpointError(Exception):
    """A model file that can't be used; the message is for the user."""
