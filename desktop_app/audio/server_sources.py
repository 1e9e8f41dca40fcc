"""The sources of a PulseAudio or PipeWire server, by the names that people know them by."""

from __future__ import annotations

import ctypes.util
import os
import re
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from typing import Any

from resources.languages import N_, gettext

CHOSEN = "PULSE_SOURCE"
"""Environment variable from which a new connection to the server takes its source."""
LOOPBACK = N_("What this computer plays")
PROGRAM = N_("What {program} plays")

_importing = threading.Lock()
_program = re.compile(re.escape(PROGRAM).replace(r"\{program\}", "(.+)"))


def on_screen(name: str) -> str:
    """Name of an input in the language in use; anything else as it is.

    Settings, sessions and other programs know inputs by their English names.
    """
    if is_loopback(name):
        return gettext(LOOPBACK) + name.removeprefix(LOOPBACK)
    program = program_of(name)
    return gettext(PROGRAM).format(program=program) if program else name


def is_loopback(name: str) -> bool:
    """Whether an input hears whatever the computer plays, and so this program, too."""
    return name.startswith(LOOPBACK)


def program_of(name: str) -> str:
    """The single program that an input hears; empty if it hears anything else."""
    found = None if is_loopback(name) else _program.fullmatch(name)
    return "" if found is None else found[1]


@dataclass(frozen=True)
class ServerSource:
    """Something that a sound server records from.

    Attributes:
        name: the server's own name for it.
        title: for people; of a monitor of an output, what it hears.
        channels: how many channels it has.
        rate: its own sample rate in Hz.
        default: whether it is the server's default.
    """

    name: str
    title: str
    channels: int
    rate: int
    default: bool


def pulse_library() -> Any:
    """Import pulsectl; None where there can be no such server."""
    with _importing:
        return _imported()


@cache
def _imported() -> Any:
    if not sys.platform.startswith("linux"):
        return None
    find = ctypes.util.find_library
    # It asks for a name that never exists, for which Python starts a compiler.
    ctypes.util.find_library = lambda name: "libpulse.so.0" if name == "libpulse" else find(name)
    try:
        import pulsectl  # type: ignore[import-untyped]
    except OSError:
        return None
    finally:
        ctypes.util.find_library = find
    for kind in (pulsectl.PulseSourceInfo, pulsectl.PulseSinkInfo):
        kind._init_from_struct = _keep_rate
    return pulsectl


def _keep_rate(described: Any, struct: Any) -> None:
    """Copy what the server says while it may be read; pulsectl keeps only where it was."""
    described.rate = struct.sample_spec.rate


def server_sources() -> list[ServerSource]:
    """Ask the server for its sources; none where there is no such server.

    Returns:
        Microphones and other inputs first, then monitors of outputs.
    """
    pulsectl = pulse_library()
    if pulsectl is None:
        return []
    try:
        with pulsectl.Pulse("genre-monitor", connect=False) as pulse:
            # With a timeout, pulsectl always waits until it is over.
            pulse.connect(autospawn=False)
            default = pulse.server_info().default_source_name
            outputs = {sink.monitor_source_name: sink.description for sink in pulse.sink_list()}
            found = pulse.source_list()
    except (pulsectl.PulseError, pulsectl.PulseDisconnected, OSError):
        # PortAudio says what is missing, if anything is.
        return []
    sources = [
        ServerSource(
            name=source.name,
            title=f"{LOOPBACK} ({outputs[source.name]})"
            if source.name in outputs
            else source.description,
            channels=source.channel_count,
            rate=source.rate,
            default=source.name == default,
        )
        for source in found
    ]
    return sorted(sources, key=lambda source: is_loopback(source.title))


@contextmanager
def connecting_to(name: str) -> Iterator[None]:
    """Within the block, new connections record from a source; empty for the server's default."""
    before = os.environ.get(CHOSEN)
    if name:
        os.environ[CHOSEN] = name
    try:
        yield
    finally:
        if name and before is None:
            del os.environ[CHOSEN]
        elif name and before is not None:
            os.environ[CHOSEN] = before
