"""Errors of model and training files, each with a one-sentence message that names the file."""

from __future__ import annotations


class CheckpointError(Exception):
    """A model file cannot be used; the message is for the user."""


class UnfinishedError(Exception):
    """The state of an unfinished training cannot be used; the message is for the user."""
