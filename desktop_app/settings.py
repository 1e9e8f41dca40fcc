"""What the app remembers from one start to the next."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QSettings

APPLICATION = "genre-monitor"


class Settings:
    """Typed access to an ini file in the platform's place; a value that makes no sense is ignored.

    Qt writes the file beside the old one and renames it.
    """

    def __init__(self) -> None:
        self._file = QSettings(
            QSettings.Format.IniFormat, QSettings.Scope.UserScope, APPLICATION, APPLICATION
        )

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
