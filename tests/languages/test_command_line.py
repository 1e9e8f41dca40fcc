"""The command line in other languages; what it writes for programs stays in English."""

import json
from importlib import import_module

import numpy as np
import pytest
import soundfile

from desktop_app.analysis.gate import State
from desktop_app.audio import input_devices
from desktop_app.audio.input_devices import InputDevice, choose_input, find_input
from desktop_app.audio.source_error import SourceError
from desktop_app.commands.entry import COMMANDS, FROM_SOURCE, module_of, window_parser
from desktop_app.commands.terminal import line
from desktop_app.engine.source_status import Activity, SourceStatus
from resources import languages
from tests.fixtures.frames import answer_of, frame_of

TRANSLATED = [language for language in languages.available() if language != languages.ENGLISH]


@pytest.fixture(autouse=True)
def english_again():
    yield
    languages.use("en")


def parsers():
    yield window_parser()
    for name in COMMANDS:
        if name not in FROM_SOURCE:
            yield import_module(module_of(name)).command_parser()


def test_six_languages_were_compiled():
    assert len(TRANSLATED) == 6


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_command_explains_itself(language):
    english = [parser.format_help() for parser in parsers()]
    languages.use(language)
    for text, before in zip((parser.format_help() for parser in parsers()), english, strict=True):
        assert text != before
        # The options are the same.
        assert [w for w in text.split() if w.startswith("--")][:1]


def test_the_environment_chooses_the_language(cli, monkeypatch):
    monkeypatch.setenv("LANGUAGE", "es")
    status, _, error = cli("analyze", "missing.wav")
    assert status == 1
    assert "missing.wav" in error
    assert "There is no file" not in error
    monkeypatch.setenv("LANGUAGE", "en")
    assert "There is no file" in cli("analyze", "missing.wav")[2]


def test_what_the_computer_plays_goes_by_one_name_in_a_language(cli, monkeypatch):
    played = [
        InputDevice(0, name, "server", 1, 48_000, False)
        for name in ("What this computer plays (HDMI)", "What Firefox plays")
    ]
    monkeypatch.setattr(input_devices, "input_devices", lambda: played)
    monkeypatch.setattr("desktop_app.commands.devices.input_devices", lambda: played)
    monkeypatch.setenv("LANGUAGE", "de")
    listed = cli("devices")[1]
    shown = ("Was dieser Computer abspielt (HDMI)", "Was Firefox abspielt")
    for device, name in zip(played, shown, strict=True):
        assert f"\t{name}\tserver\t48000 Hz\t1 Kanal\n" in listed
        # Known by either name, and remembered by one.
        assert choose_input(name) == choose_input(device.name) == device
    monkeypatch.setattr(input_devices, "input_devices", lambda: played[:1])
    with pytest.raises(SourceError, match="„Was Firefox abspielt“"):
        find_input("What Firefox plays")


def test_a_wrong_option_is_refused_in_the_language(cli, monkeypatch):
    monkeypatch.setenv("LANGUAGE", "fr")
    status, _, error = cli("analyze", "--hop", "x", "a.wav")
    assert status == 2
    assert "argument --hop: 'x'" not in error
    assert "--hop" in error


def test_results_are_the_same_in_every_language(cli, monkeypatch, tmp_path):
    noise = 0.1 * np.random.default_rng(0).standard_normal(22050 * 4)
    soundfile.write(tmp_path / "noise.wav", noise, 22050)
    results = []
    for language in ("en", "fr"):
        monkeypatch.setenv("LANGUAGE", language)
        results.append(json.loads(cli("analyze", "--format", "json", tmp_path / "noise.wav")[1]))
    assert results[0] == results[1]


@pytest.mark.parametrize(
    ("language", "playing", "ended"),
    [
        ("en", "   0:03  playing     Music      Rock        80 %", "ended       –          –"),
        ("de", "   0:03  spielt              Musik        Rock        80 %", "zu Ende  "),
        ("ja", "   0:03  再生中      音楽        ロック      80 %", "終了        –           –"),
    ],
)
def test_a_line_on_the_terminal_is_in_one_language(language, playing, ended):
    languages.use(language)
    answer = answer_of((0.8, 0.2), ("rock", "pop"))
    frame = frame_of(window_state=State.MUSIC, answer=answer, start_s=3.0)
    assert line(SourceStatus(Activity.PLAYING), frame).startswith(playing)
    assert f"  {ended}" in line(SourceStatus(Activity.ENDED), None)


def test_the_terminal_instead_of_a_window_says_so_in_the_language(cli, monkeypatch, tmp_path):
    monkeypatch.setattr("desktop_app.display_check.why_no_window", lambda: "Kein Bildschirm.")
    monkeypatch.setattr("desktop_app.commands.terminal.run", lambda *_: 0)
    monkeypatch.setattr("desktop_app.commands.devices.input_devices", list)
    monkeypatch.setenv("LANGUAGE", "de")
    assert "press Ctrl-C" not in cli(str(tmp_path / "x.wav"))[2]
    assert "Connect one" not in cli("devices")[2]
