"""Lists the input devices, or says why there are none."""

from __future__ import annotations

import ctypes
import sys
from collections import Counter
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from desktop_app.audio.blockwise_input import CHANNELS
from desktop_app.audio.loopback import RATE, loopbacks
from desktop_app.audio.program_input import playing_programs
from desktop_app.audio.server_sources import LOOPBACK, PROGRAM, on_screen, server_sources
from desktop_app.audio.source_error import AudioUnavailable
from resources.languages import N_, gettext, ngettext

NO_PORTAUDIO = N_(
    "PortAudio is missing, so sound can be neither recorded nor played. "
    "Install it (sudo apt install libportaudio2) and restart genre-monitor."
)
NO_SERVER = N_(
    "No sound server or sound card is responding, so sound can be neither recorded nor played. "
    "Start one with: systemctl --user start pipewire-pulse (or: pulseaudio --start)."
)
NO_INPUT = N_("No microphone or other input device was found. Connect one, then press Refresh.")
SERVER = "pulse"
"""ALSA's device that records from a PulseAudio or PipeWire server."""
STANDING_FOR_ALL = (SERVER, "default", "pipewire")


@dataclass(frozen=True)
class InputDevice:
    """A device that sound can be recorded from.

    Attributes:
        index: PortAudio's index of it, valid until the list is refreshed.
        name: the system's name for it; if several devices share that name, followed by the audio
            interface and, if necessary, a number. Settings remember a device by this name.
        host: the system's audio interface (ALSA, Core Audio, WASAPI, …).
        channels: how many channels it offers.
        rate: its own sample rate in Hz.
        default: whether it is the system's default input.
        server_source: the sound server's own name for it; empty where PortAudio lists it.
        loopback: Windows' own identification of the output that it hears, else empty.
        program: the sound server's number of the program's stream that it hears, else None.
    """

    index: int
    name: str
    host: str
    channels: int
    rate: int
    default: bool
    server_source: str = ""
    loopback: str = ""
    program: int | None = None

    @property
    def on_server(self) -> bool:
        """Whether a sound server lists it, which tells when it changes."""
        return bool(self.server_source) or self.program is not None

    @property
    def properties(self) -> tuple[str, str, str]:
        """Audio interface, rate and channels in words."""
        channels = ngettext("{number} channel", "{number} channels", self.channels)
        return self.host, f"{self.rate} Hz", channels.format(number=self.channels)


def portaudio() -> Any:
    """Import sounddevice, which starts PortAudio.

    Returns:
        The module.

    Raises:
        AudioUnavailable: PortAudio is not installed, or does not start.
    """
    _silence_alsa()
    try:
        import sounddevice
    except OSError as error:
        raise AudioUnavailable(gettext(NO_PORTAUDIO)) from error
    except Exception as error:
        # Of PortAudio's own type, which is not imported yet.
        raise AudioUnavailable(gettext(NO_SERVER)) from error
    return sounddevice


def input_devices() -> list[InputDevice]:
    """List the input devices, the system's default first.

    Where there is a PulseAudio or PipeWire server, its sources take the place of the two devices
    that stand for all of them, *pulse* and *default*.

    Raises:
        AudioUnavailable: PortAudio is missing, or there is no sound server or sound card.
    """
    sd = portaudio()
    try:
        devices, hosts = sd.query_devices(), sd.query_hostapis()
    except sd.PortAudioError as error:
        raise AudioUnavailable(gettext(NO_SERVER)) from error
    if not devices:
        raise AudioUnavailable(gettext(NO_SERVER))
    default = sd.default.device["input"]
    found = [
        InputDevice(
            index=device["index"],
            name=device["name"],
            host=hosts[device["hostapi"]]["name"],
            channels=device["max_input_channels"],
            rate=round(device["default_samplerate"]),
            default=device["index"] == default,
        )
        for device in devices
        if device["max_input_channels"] > 0
    ]
    found = _with_server_sources(found) + [
        InputDevice(
            -1, f"{LOOPBACK} ({output.name})", gettext("WASAPI loopback"), CHANNELS, RATE, False,
            loopback=output.key,
        )
        for output in loopbacks()
    ]  # fmt: skip
    return _distinctly_named(sorted(found, key=lambda device: not device.default))


def _with_server_sources(devices: list[InputDevice]) -> list[InputDevice]:
    server = next((device for device in devices if device.name == SERVER), None)
    sources = server_sources() if server is not None else []
    if server is None or not sources:
        return devices
    rest = [device for device in devices if device.name not in STANDING_FOR_ALL]
    return [
        InputDevice(
            server.index, source.title, gettext("sound server"), source.channels, source.rate,
            source.default, source.name,
        )
        for source in sources
    ] + [
        InputDevice(
            server.index, PROGRAM.format(program=program.name), gettext("sound server"),
            CHANNELS, program.rate, False, program=program.stream,
        )
        for program in playing_programs()
    ] + [replace(device, default=False) for device in rest]  # fmt: skip


def _distinctly_named(devices: list[InputDevice]) -> list[InputDevice]:
    for suffix in (lambda device, _: f"({device.host})", lambda _, number: f"{number}"):
        counts = Counter(device.name for device in devices)
        seen: Counter[str] = Counter()
        named = []
        for device in devices:
            seen[device.name] += 1
            unique = counts[device.name] == 1
            name = device.name if unique else f"{device.name} {suffix(device, seen[device.name])}"
            named.append(replace(device, name=name))
        devices = named
    return devices


def find_input(name: str | None) -> InputDevice:
    """Find an input device.

    Args:
        name: of the device; None for the system's default.

    Returns:
        The device.

    Raises:
        AudioUnavailable: there is no input device, or none with that name.
    """
    devices = input_devices()
    if not devices:
        raise AudioUnavailable(gettext(NO_INPUT))
    if name is None:
        # Connected to no source by its name, so that it follows the server's default.
        return replace(devices[0], server_source="")
    for device in devices:
        if device.name == name:
            return device
    raise AudioUnavailable(
        gettext(
            "The input device “{name}” is not connected. Connect it and press Refresh, "
            "or choose another."
        ).format(name=on_screen(name))
    )


def choose_input(text: str) -> InputDevice:
    """Find the input device that somebody means.

    Args:
        text: its name, a part of it that no other device's name has, in upper or lower case, or its
            number in :func:`input_devices`, from 1.

    Returns:
        The device.

    Raises:
        AudioUnavailable: there is none, or it may be one of several.
    """
    devices = input_devices()
    wanted = text.casefold()
    exact = [device for device in devices if text in _names(device)]
    whole = [device for device in devices if wanted in map(str.casefold, _names(device))]
    numbered = devices[int(text) - 1 : int(text)] if text.isdecimal() and int(text) else []
    partly = [
        device for device in devices if any(wanted in name.casefold() for name in _names(device))
    ]
    for found in (exact, whole, numbered, partly):
        if len(found) == 1:
            return found[0]
    names = "; ".join(
        f"{number} {on_screen(device.name)}"
        for number, device in enumerate(devices, 1)
        if device in partly or not partly
    )
    if not devices:
        raise AudioUnavailable(gettext(NO_INPUT))
    if partly:
        raise AudioUnavailable(
            gettext(
                "“{text}” matches several input devices: {names}. Give more of the name, or the "
                "number."
            ).format(text=text, names=names)
        )
    raise AudioUnavailable(
        gettext("There is no input device “{text}”. These are connected: {names}.").format(
            text=text, names=names
        )
    )


def _names(device: InputDevice) -> tuple[str, str]:
    return device.name, on_screen(device.name)


def refresh() -> None:
    """Make PortAudio list its devices again; only while no stream is open.

    Raises:
        AudioUnavailable: PortAudio is not installed, or does not start.
    """
    sd = portaudio()
    try:
        # PortAudio lists devices only when it starts; sounddevice has no public way to restart it.
        while sd._initialized:
            sd._terminate()
        sd._initialize()
    except sd.PortAudioError as error:
        raise AudioUnavailable(gettext(NO_SERVER)) from error


@cache
def _silence_alsa() -> None:
    """Keep libasound from writing to standard error about every sound card that is missing."""
    if not sys.platform.startswith("linux"):
        return
    try:
        asound = ctypes.CDLL("libasound.so.2")
    except OSError:
        # Without ALSA nothing is written, and PortAudio reports what is missing.
        return
    asound.snd_lib_error_set_handler(_quiet)


_quiet = ctypes.CFUNCTYPE(
    None, ctypes.c_char_p, ctypes.c_int, ctypes.c_char_p, ctypes.c_int, ctypes.c_char_p
)(lambda file, line, function, code, text: None)
