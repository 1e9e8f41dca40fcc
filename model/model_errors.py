"""What can be wrong with a file of the model's, said in one sentence that names it."""

from __future__ import annotations


class CheckpointError(Exception):
    """A model file that can't be used; the message is for the user."""


class UnfinishedError(Exception):
    """The file of an unfinished training can't be used; the message is for the user."""
