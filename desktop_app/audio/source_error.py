"""Errors of audio sources; every message is one sentence that names the file or device."""

from __future__ import annotations


class SourceError(Exception):
    """A source could not be opened or has failed; the message is for the user."""


class AudioUnavailable(SourceError):
    """PortAudio or a sound server is missing on this machine."""
