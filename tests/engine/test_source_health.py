import pytest

from desktop_app.audio.source import VitalSigns
from desktop_app.engine.source_health import (
    details_of,
    how_to_hear_the_computer,
    input_health,
    playback_health,
    stream_health,
)
from desktop_app.engine.source_status import Activity


def signs(*, ended=False, paused=False, audible=True):
    return VitalSigns(ended, 0.0, paused, audible)


@pytest.mark.parametrize(
    ("ended", "quiet_s", "zeros_s", "activity", "sentence"),
    [
        (False, 0.0, 0.0, Activity.LISTENING, ""),
        (False, 1.0, 0.0, Activity.LISTENING, ""),
        (False, 1.4, 0.0, Activity.NO_SIGNAL, "No sound from “Mic” for 1 s."),
        (False, 2.2, 0.0, Activity.RECOVERING, "No sound from “Mic” for 2 s. Reconnecting."),
        (True, 0.0, 0.0, Activity.RECOVERING, "“Mic” stopped responding. Reconnecting when"),
        (True, 0.0, 9.0, Activity.RECOVERING, "“Mic” stopped responding"),
        (False, 0.0, 3.0, Activity.LISTENING, ""),
        (False, 0.0, 3.1, Activity.SILENT, "No sound from “Mic”. Is it muted or blocked"),
        (False, 1.4, 9.0, Activity.NO_SIGNAL, "No sound from “Mic”"),
    ],
)
def test_an_inputs_health_follows_from_its_vital_signs(ended, quiet_s, zeros_s, activity, sentence):
    found, said = input_health("Mic", signs(ended=ended), quiet_s, zeros_s)
    assert found is activity
    assert sentence in said
    assert bool(sentence) == bool(said)


@pytest.mark.parametrize("name", ["What this computer plays (HDMI)", "What Firefox plays"])
def test_that_nothing_is_played_is_no_fault_of_what_hears_it(name):
    assert input_health(name, signs(), 0.0, 9.0) == (Activity.SILENT, "")


def test_a_program_that_ends_has_not_stopped_responding():
    assert input_health("What Firefox plays", signs(ended=True), 0.0, 0.0) == (
        Activity.RECOVERING,
        "Firefox plays nothing now. It will be heard when it plays again.",
    )


@pytest.mark.parametrize(
    ("vital_signs", "quiet_s", "activity", "sentence"),
    [
        (VitalSigns(False, 0.0), 2.9, Activity.LISTENING, ""),
        (VitalSigns(False, 0.0), 3.1, Activity.NO_SIGNAL, "Waiting for the network."),
        (VitalSigns(False, 0.0), 15.1, Activity.RECOVERING, "Reconnecting."),
        (VitalSigns(True, 0.0, why="It was lost."), 0.0, Activity.RECOVERING, "It was lost. Recon"),
        (VitalSigns(True, 0.0), 0.0, Activity.ENDED, "“Radio” has ended."),
    ],
)
def test_a_streams_health_has_more_patience(vital_signs, quiet_s, activity, sentence):
    found, said = stream_health("Radio", vital_signs, quiet_s)
    assert found is activity
    assert sentence in said
    assert bool(sentence) == bool(said)


@pytest.mark.parametrize(
    ("platform", "place"),
    [
        ("darwin", "System Settings → Privacy & Security → Microphone"),
        ("win32", "Settings → Privacy & security → Microphone"),
        ("linux", "Flatpak"),
        ("freebsd14", "sound settings"),
    ],
)
def test_a_blocked_microphone_is_reported_with_the_setting_that_allows_it(platform, place):
    assert place in details_of(Activity.SILENT, platform)


def test_only_a_mac_needs_a_virtual_device_to_hear_what_it_plays():
    assert "BlackHole" in how_to_hear_the_computer("darwin")
    assert how_to_hear_the_computer("linux") == how_to_hear_the_computer("win32") == ""


def test_there_are_no_details_of_what_is_as_expected():
    assert details_of(Activity.LISTENING) == ""


@pytest.mark.parametrize(
    ("vital_signs", "quiet_s", "more", "activity"),
    [
        (signs(), 0.0, False, Activity.PLAYING),
        (signs(paused=True), 0.0, False, Activity.PAUSED),
        (signs(ended=True), 0.0, False, Activity.ENDED),
        (signs(ended=True), 0.0, True, Activity.PLAYING),
        (signs(), 1.5, False, Activity.NO_SIGNAL),
        (signs(), 2.5, False, Activity.RECOVERING),
        (signs(audible=False), 2.5, False, Activity.NO_SIGNAL),
    ],
)
def test_a_files_health_follows_from_its_vital_signs(vital_signs, quiet_s, more, activity):
    assert playback_health("x.wav", vital_signs, quiet_s, more)[0] is activity
