"""What the app hears first, as its command line says, with a window and without."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from desktop_app.audio.address import Address
from desktop_app.engine.monitor import Monitor


def begin_with(monitor: Monitor, files: Sequence[Path], address: Address | None) -> None:
    """Ask for the first source.

    Args:
        monitor: it has been started.
        files: audio files and folders to play; none to listen to the monitor's device or, if
            there is no input device, to play the demo.
        address: of a network stream to listen to instead, if any.
    """
    if address is not None:
        monitor.listen_to_stream(address)
    elif files:
        monitor.play(files)
    else:
        monitor.listen(monitor.device, or_demo=True)
