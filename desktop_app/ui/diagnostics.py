"""Diagnostics for bug reports, as text: versions, devices and the end of the log."""

from __future__ import annotations

import platform
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtGui import QGuiApplication

from desktop_app import __version__
from desktop_app.audio.input_devices import InputDevice
from desktop_app.engine.source_status import SourceStatus
from desktop_app.ui.log_file import last_lines

PACKAGES = (
    "PySide6-Essentials",
    "numpy",
    "sounddevice",
    "av",
    "soundfile",
    "soxr",
    "onnxruntime",
    "torch",
)
LINES = 60


def diagnostics(inputs: Sequence[InputDevice], status: SourceStatus, log: Path) -> str:
    """Compose the diagnostics.

    Args:
        inputs: the input devices as last listed.
        status: the source's status; the source is named only if it is one of the devices.
        log: path of the log.

    Returns:
        Text without audio, addresses, file names or the path of the home folder.
    """
    versions = [f"{name} {_version(name)}" for name in PACKAGES]
    devices = [
        f"{'*' if device.default else ' '} {device.name} ({device.host}), {device.rate} Hz, "
        f"{device.channels} channels"
        for device in inputs
    ]
    # While a source is being opened or recovered, only its name tells a device from a file.
    is_input = status.source in {device.name for device in inputs}
    kind = "a stream" if status.on_network else "a file"
    source = (status.source if is_input else kind) if status.source else "none"
    text = "\n".join(
        [
            f"genre-monitor {__version__}",
            f"Python {platform.python_version()}, {platform.platform()}, {platform.machine()}",
            ", ".join(versions),
            f"Display: {QGuiApplication.platformName()}",
            "",
            f"Source: {source}, {status.activity.value}, {status.rate} Hz, "
            f"{status.channels} channels, {status.overflows} overflows",
            "Inputs:",
            *(devices or ["  none"]),
            "",
            "Log:",
            *last_lines(log, LINES),
            "",
        ]
    )
    return text.replace(str(Path.home()), "~")


def _version(package: str) -> str:
    # Only here, because most people never ask for it, and every start would wait for the import.
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version(package)
    except PackageNotFoundError:
        return "not installed"
