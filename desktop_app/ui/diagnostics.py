"""What helps somebody else to find a fault: versions, devices, the end of the log, as text."""

from __future__ import annotations

import platform
from collections.abc import Sequence
from importlib.metadata import PackageNotFoundError, version
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
    """Put it together.

    Args:
        inputs: the devices as last listed.
        status: of the source; it is named only if it is one of the devices.
        log: where the log is.

    Returns:
        Text without sound, without names of files and without the user's name.
    """
    versions = [f"{name} {_version(name)}" for name in PACKAGES]
    devices = [
        f"{'*' if device.default else ' '} {device.name} ({device.host}), {device.rate} Hz, "
        f"{device.channels} channels"
        for device in inputs
    ]
    # While a file is being opened or taken up again, nothing but its name tells it from a device.
    is_input = status.source in {device.name for device in inputs}
    source = status.source if is_input else "no input" if not status.source else "a file"
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
    try:
        return version(package)
    except PackageNotFoundError:
        return "is not installed"
