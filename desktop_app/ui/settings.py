"""What the app remembers from one start to the next."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

APPLICATION = "genre-monitor"


class Settings:
    """Typed access to an ini file in the platform's place; a value that makes no sense is ignored.

    Qt writes the file beside the old one and renames it.

    Attributes:
        problem: one sentence if the file was damaged, else empty.
    """

    def __init__(self) -> None:
        self.problem = ""
        self._file = _open()
        if self._file.status() is QSettings.Status.FormatError:
            damaged = Path(self._file.fileName())
            kept = damaged.with_suffix(".damaged")
            # Else Qt would put what it could read of it, and no more, in its place.
            damaged.replace(kept)
            self._file = _open()
            self.problem = f"The settings were damaged and begin anew; the old file is {kept}."

    def text(self, key: str, default: str = "") -> str:
        """A remembered string."""
        value = self._file.value(key, default)
        return value if isinstance(value, str) else default

    def number(self, key: str, default: float) -> float:
        """A remembered number."""
        try:
            return float(str(self._file.value(key, default)))
        except ValueError:
            return default

    def flag(self, key: str, default: bool) -> bool:
        """A remembered yes or no."""
        return {"true": True, "false": False}.get(self.text(key, str(default).lower()), default)

    def state(self, key: str) -> QByteArray:
        """A remembered geometry or splitter state, empty if there is none."""
        value = self._file.value(key)
        return value if isinstance(value, QByteArray) else QByteArray()

    def remember(self, **values: str | float | bool | QByteArray) -> None:
        """Keep values under their names."""
        for key, value in values.items():
            plain = str(value).lower() if isinstance(value, bool) else value
            self._file.setValue(key, str(plain) if isinstance(plain, float) else plain)
        self._file.sync()


def _open() -> QSettings:
    return QSettings(
        QSettings.Format.IniFormat, QSettings.Scope.UserScope, APPLICATION, APPLICATION
    )
