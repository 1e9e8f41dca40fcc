"""What can go wrong with sound, said in one sentence that names the file or device."""

from __future__ import annotations


class SourceError(Exception):
    """A source that can't be opened or has failed; the message is for the user."""


class AudioUnavailable(SourceError):
    """This machine has no PortAudio or no sound server."""
