"""Settings that persist between runs."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings, QTemporaryDir

from desktop_app import APPLICATION
from desktop_app.formatting.reason import reason_of
from desktop_app.translation import tr
from model.regular_file import check_regular

_CHECKSUM_BYTES = 4


class Settings:
    """Typed access to an INI file in the platform's configuration folder.

    Whatever the file contains, each method returns a usable value: anything malformed or out of
    range becomes the default. Qt replaces the file atomically.

    Attributes:
        problem: one sentence if the file was damaged or cannot be read or written, else empty.
    """

    def __init__(self) -> None:
        self.problem = ""
        path = _path()
        # Holds the settings of this run where there is no file for them.
        self._folder: QTemporaryDir | None = None
        place = path
        try:
            # Qt locks the file by one beside it when it writes.
            for place in (path, path.with_name(f"{path.name}.lock")):
                check_regular(place)
        except OSError as error:
            self._folder = QTemporaryDir()
            self.problem = tr(
                "Could not read the settings from {file}: {reason}. Using the defaults. "
                "Nothing is remembered until you move it away."
            ).format(file=place, reason=reason_of(error))
            self._file = QSettings(self._folder.filePath(path.name), QSettings.Format.IniFormat)
            return
        self._file = _open()
        if self._file.status() is QSettings.Status.FormatError:
            self._reset_damaged()
        elif self._file.status() is QSettings.Status.AccessError:
            self.problem = tr(
                "Could not read the settings from {file}. Using the defaults."
            ).format(file=self._file.fileName())

    def text(self, key: str, default: str = "") -> str:
        """Return a stored string; one with a NUL character, which no path may have, is ignored."""
        value = self._file.value(key, default)
        return value if isinstance(value, str) and "\0" not in value else default

    def choice(self, key: str, choices: Sequence[str], default: str) -> str:
        """Return a stored string if it is one of the choices, else the default."""
        value = self.text(key, default)
        return value if value in choices else default

    def path(self, key: str) -> Path | None:
        """Return a stored absolute path, or None if there is none."""
        path = Path(self.text(key))
        return path if path.is_absolute() else None

    def number(self, key: str, default: float, low: float, high: float) -> float:
        """Return a stored number.

        Args:
            key: the setting's name.
            default: returned if no finite number between ``low`` and ``high`` is stored.
            low: smallest valid value.
            high: largest valid value.
        """
        try:
            value = float(str(self._file.value(key, default)))
        except ValueError:
            return default
        # False for NaN as well.
        return value if low <= value <= high else default

    def flag(self, key: str, default: bool) -> bool:
        """Return a stored Boolean."""
        return {"true": True, "false": False}.get(self.text(key, str(default).lower()), default)

    def state(self, key: str) -> QByteArray:
        """Return a stored geometry or splitter state; empty if there is none or it is damaged.

        Qt accepts some damaged states, and then a splitter changes its orientation, for instance.
        """
        value = self._file.value(key)
        if not isinstance(value, QByteArray):
            return QByteArray()
        data = bytes(value.data())
        checksum, state = data[:_CHECKSUM_BYTES], data[_CHECKSUM_BYTES:]
        return QByteArray(state if checksum == _checksum(state) else b"")

    def remember(self, **values: str | float | bool | QByteArray) -> None:
        """Store values by name."""
        for key, value in values.items():
            self._file.setValue(key, _stored(value))
        self._file.sync()
        if self._file.status() is QSettings.Status.AccessError and not self.problem:
            self.problem = tr(
                "Could not save the settings to {file}. Check that the folder is writable and the "
                "disk is not full."
            ).format(file=self._file.fileName())

    def _reset_damaged(self) -> None:
        damaged = Path(self._file.fileName())
        kept = damaged.with_suffix(".damaged")
        try:
            # Otherwise Qt would overwrite it with the part that it could read.
            damaged.replace(kept)
        except OSError as error:
            self.problem = tr(
                "Settings in {damaged} are damaged and could not be reset: {error}. "
                "Delete the file and restart genre-monitor."
            ).format(damaged=damaged, error=error)
        else:
            self._file = _open()
            self.problem = tr(
                "Settings were damaged and have been reset. The old file is {kept}."
            ).format(kept=kept)


def _open(name: str = APPLICATION) -> QSettings:
    return QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, APPLICATION, name)


def _path() -> Path:
    """Where Qt will look for the settings, which it would read as soon as it is asked."""
    return Path(_open(f"not {APPLICATION}").fileName()).with_name(f"{APPLICATION}.ini")


def _stored(value: str | float | bool | QByteArray) -> str | int | QByteArray:
    match value:
        case bool():
            return str(value).lower()
        case float():
            return str(value)
        case QByteArray():
            state = bytes(value.data())
            return QByteArray(_checksum(state) + state)
    return value


def _checksum(state: bytes) -> bytes:
    return zlib.crc32(state).to_bytes(_CHECKSUM_BYTES, "big")
