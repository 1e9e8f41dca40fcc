"""Where the platform keeps what a program writes for its user."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths

from desktop_app import APPLICATION


def data_folder() -> Path:
    """The app's folder for the log and for sessions, which may not exist yet."""
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericDataLocation)
    return Path(place) / APPLICATION


def sessions_folder() -> Path:
    """The folder in which sessions are kept, which may not exist yet."""
    return data_folder() / "sessions"
