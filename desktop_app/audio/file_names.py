"""Names of audio files: as text for people, and the endings that tell them from other files."""

from __future__ import annotations

import os
from pathlib import Path

from desktop_app.formatting.text import visible

EXTENSIONS = (
    ".wav", ".flac", ".ogg", ".oga", ".opus", ".mp3", ".aif", ".aiff", ".aifc", ".au", ".snd",
    ".caf", ".w64", ".rf64", ".bwf", ".m4a", ".m4b", ".m4r", ".mp4", ".m4v", ".aac", ".wma", ".wmv",
    ".asf", ".mka", ".mkv", ".webm", ".mov", ".avi", ".ac3", ".eac3", ".ec3", ".dts", ".ape",
    ".mpc", ".wv", ".tta", ".dsf", ".amr", ".3gp", ".3g2", ".mp1", ".mp2", ".mpa", ".mpga", ".mpg",
    ".mpeg", ".vob", ".ts", ".mts", ".m2ts", ".flv", ".spx", ".ogv", ".ogx", ".voc",
)  # fmt: skip


def readable(path: Path | str) -> str:
    """Convert a path to text for people.

    Bytes that are not UTF-8 become replacement characters, and control characters escapes.
    """
    return visible(os.fsencode(path).decode("utf-8", "replace"))
