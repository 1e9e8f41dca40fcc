from types import SimpleNamespace

import pytest

from desktop_app.audio import input_devices as devices
from desktop_app.audio.source_error import AudioUnavailable


class PortAudioError(Exception):
    pass


class CallbackAbort(Exception):
    pass


def fake(names, default=0, terminate=lambda: None, initialize=lambda: None):
    """A sounddevice module that finds (name, host) pairs."""
    listed = [
        {
            "index": index, "name": name, "hostapi": host, "max_input_channels": 2,
            "default_samplerate": 44100.0,
        }
        for index, (name, host) in enumerate(names)
    ]  # fmt: skip
    module = SimpleNamespace(
        PortAudioError=PortAudioError,
        CallbackAbort=CallbackAbort,
        query_devices=lambda: listed,
        query_hostapis=lambda: [{"name": "WASAPI"}, {"name": "DirectSound"}],
        default=SimpleNamespace(device={"input": default}),
        _initialized=1,
        _initialize=initialize,
    )

    def end():
        module._initialized -= 1
        terminate()

    module._terminate = end
    return module


def test_devices_with_the_same_name_get_distinct_names(monkeypatch):
    names = [("Mic", 0), ("USB", 0), ("Mic", 1), ("Webcam", 0), ("Webcam", 0)]
    monkeypatch.setattr(devices, "portaudio", lambda: fake(names, default=2))
    found = devices.input_devices()
    assert [device.name for device in found] == [
        "Mic (DirectSound)", "Mic (WASAPI)", "USB", "Webcam (WASAPI) 1", "Webcam (WASAPI) 2",
    ]  # fmt: skip
    assert found[0].default
    assert devices.find_input("Webcam (WASAPI) 2").index == 4
    assert devices.find_input(None).index == 2


def test_a_missing_device_is_named(monkeypatch):
    monkeypatch.setattr(devices, "portaudio", lambda: fake([("Mic", 0)]))
    with pytest.raises(AudioUnavailable, match="“USB” is not connected"):
        devices.find_input("USB")


def test_without_an_input_the_user_is_told_to_connect_one(monkeypatch):
    module = fake([("Speaker", 0)])
    module.query_devices()[0]["max_input_channels"] = 0
    monkeypatch.setattr(devices, "portaudio", lambda: module)
    with pytest.raises(AudioUnavailable, match="No microphone"):
        devices.find_input(None)


def test_a_failed_restart_of_the_sound_system_is_reported_in_one_sentence(monkeypatch):
    def refuse():
        raise PortAudioError("host error")

    module = fake([("Mic", 0)], initialize=refuse)
    monkeypatch.setattr(devices, "portaudio", lambda: module)
    for _ in range(2):
        with pytest.raises(AudioUnavailable, match="Start one with"):
            devices.refresh()


NAMES = ["Built-in Microphone", "USB Audio: Front", "USB Audio: Rear", "usb mic", "mic"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("usb audio: front", "USB Audio: Front"),
        ("REAR", "USB Audio: Rear"),
        ("1", "Built-in Microphone"),
        ("4", "usb mic"),
        # A whole name comes before parts of others.
        ("mic", "mic"),
        ("MIC", "mic"),
    ],
)
def test_an_input_is_found_by_a_part_of_its_name_or_its_number(monkeypatch, text, name):
    module = fake([(one, 0) for one in NAMES])
    monkeypatch.setattr(devices, "portaudio", lambda: module)
    assert devices.choose_input(text).name == name


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "usb",
            "“usb” matches several input devices: 2 USB Audio: Front; 3 USB Audio: Rear; "
            "4 usb mic. Give more of the name, or the number.",
        ),
        ("0", "There is no input device “0”. These are connected: 1 Built-in Microphone; 2 USB"),
        ("6", "There is no input device “6”. These are connected: 1 Built-in Microphone; 2 USB"),
        ("line", "There is no input device “line”. These are connected: 1 Built-in Microphone"),
        ("", "“” matches several input devices: 1 Built-in Microphone; 2 USB Audio: Front"),
    ],
)
def test_an_ambiguous_input_must_be_named_more_exactly(monkeypatch, text, message):
    module = fake([(one, 0) for one in NAMES])
    monkeypatch.setattr(devices, "portaudio", lambda: module)
    with pytest.raises(AudioUnavailable) as raised:
        devices.choose_input(text)
    assert str(raised.value).startswith(message)
