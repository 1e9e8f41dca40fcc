"""Which devices sound can come from, and why there may be none."""

from __future__ import annotations

import ctypes
import sys
from collections import Counter
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from desktop_app.audio.source_error import AudioUnavailable

NO_PORTAUDIO = (
    "PortAudio is missing, so sound can be neither recorded nor played. "
    "Install it (sudo apt install libportaudio2) and start again."
)
NO_SERVER = (
    "No sound server or sound card answers, so sound can be neither recorded nor played. "
    "Start one with: systemctl --user start pipewire-pulse (or: pulseaudio --start)."
)
NO_INPUT = "This machine has no microphone or other sound input. Connect one, then press Refresh."


@dataclass(frozen=True)
class InputDevice:
    """Something that sound can be recorded from.

    Attributes:
        index: PortAudio's number, good until the list is refreshed.
        name: as the system gives it; where several are called the same, with the audio interface
            and, if need be, a number. It is what a device is known and remembered by.
        host: the system's audio interface (ALSA, Core Audio, WASAPI ...).
        channels: how many it offers.
        rate: its own sample rate, Hz.
        default: the system's default input.
    """

    index: int
    name: str
    host: str
    channels: int
    rate: int
    default: bool


def portaudio() -> Any:
    """The sounddevice module.

    Raises:
        AudioUnavailable: PortAudio is not installed, or does not start.
    """
    _hush_alsa()
    try:
        import sounddevice
    except OSError as error:
        raise AudioUnavailable(NO_PORTAUDIO) from error
    except Exception as error:
        # PortAudio starts with the import, and its own kind of error is not imported yet.
        raise AudioUnavailable(NO_SERVER) from error
    return sounddevice


def input_devices() -> list[InputDevice]:
    """Every device with an input, the default first.

    Raises:
        AudioUnavailable: PortAudio is missing, or nothing answers it.
    """
    sd = portaudio()
    try:
        devices, hosts = sd.query_devices(), sd.query_hostapis()
    except sd.PortAudioError as error:
        raise AudioUnavailable(NO_SERVER) from error
    if not devices:
        raise AudioUnavailable(NO_SERVER)
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
    return _named_apart(sorted(found, key=lambda device: not device.default))


def _named_apart(devices: list[InputDevice]) -> list[InputDevice]:
    for apart in (lambda device, _: f"{device.name} ({device.host})", _numbered):
        counts = Counter(device.name for device in devices)
        seen: Counter[str] = Counter()
        named = []
        for device in devices:
            seen[device.name] += 1
            alone = counts[device.name] == 1
            name = device.name if alone else apart(device, seen[device.name])
            named.append(replace(device, name=name))
        devices = named
    return devices


def _numbered(device: InputDevice, number: int) -> str:
    return f"{device.name} {number}"


def find_input(name: str | None) -> InputDevice:
    """The device of that name, or the system's default for None.

    Raises:
        AudioUnavailable: there is no input at all, or none of that name.
    """
    devices = input_devices()
    if not devices:
        raise AudioUnavailable(NO_INPUT)
    if name is None:
        return devices[0]
    for device in devices:
        if device.name == name:
            return device
    raise AudioUnavailable(
        f"There is no input device called “{name}” now. Connect it and press Refresh, or choose "
        "another."
    )


def refresh() -> None:
    """Make PortAudio look for devices anew; call it only while no stream is open.

    Raises:
        AudioUnavailable: PortAudio is not installed, or does not start.
    """
    sd = portaudio()
    try:
        # PortAudio lists devices once, when it starts; there is no public way to ask again.
        while sd._initialized:
            sd._terminate()
        sd._initialize()
    except sd.PortAudioError as error:
        raise AudioUnavailable(NO_SERVER) from error


@cache
def _hush_alsa() -> None:
    """Keep libasound from writing about every card that isn't there to standard error."""
    if not sys.platform.startswith("linux"):
        return
    try:
        asound = ctypes.CDLL("libasound.so.2")
    except OSError:
        # Without ALSA there is nobody to hush; PortAudio says itself what is missing.
        return
    asound.snd_lib_error_set_handler(_quiet)


_quiet = ctypes.CFUNCTYPE(
    None, ctypes.c_char_p, ctypes.c_int, ctypes.c_char_p, ctypes.c_int, ctypes.c_char_p
)(lambda file, line, function, code, text: None)
