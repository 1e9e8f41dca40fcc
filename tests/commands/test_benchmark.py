import contextlib
import io
import json
import time

import numpy as np
import pytest

from desktop_app.audio.output import SilentOutput
from desktop_app.benchmark import file_speed, hop_cost
from desktop_app.commands import benchmark
from desktop_app.commands.benchmark import match_clicks
from tests.fixtures.files import write


def test_clicks_on_the_screen_are_matched_with_those_played():
    played = [1.0, 2.0, 3.0]
    seen = [(1.05, 1.02), (2.07, 2.03), (3.09, 3.04), (9.0, 8.9)]
    delay = match_clicks(played, seen)
    assert delay["p50"] == pytest.approx(70.0)
    assert delay["p95"] == pytest.approx(88.0)
    assert delay["device_p50"] == pytest.approx(30.0)
    assert delay["matched"] == 3


def test_without_clicks_there_are_no_figures():
    assert match_clicks([], [(1.0, 1.0)]) == {
        "p50": None, "p95": None, "device_p50": None, "matched": 0,
    }  # fmt: skip


@pytest.fixture
def few_repetitions(monkeypatch):
    """Measure hops and files in this process, with short files and few repetitions."""
    for module, name, value in (
        (hop_cost, "TIMED_HOPS", 200), (hop_cost, "RECOMPUTED", 20),
        (file_speed, "SECONDS", 20), (file_speed, "REPEATS", 1), (file_speed, "SEEKS", 1),
    ):  # fmt: skip
        monkeypatch.setattr(module, name, value)

    def run(module, *arguments, environment):
        assert environment["OMP_NUM_THREADS"] == "1"
        if module == hop_cost.__name__:
            return json.dumps(hop_cost.measure(*map(int, arguments)))
        assert module == file_speed.__name__
        with contextlib.redirect_stdout(io.StringIO()) as printed:
            file_speed.main()
        return printed.getvalue()

    monkeypatch.setattr(benchmark, "run_module", run)


@pytest.mark.slow
@pytest.mark.usefixtures("few_repetitions")
def test_hops_files_and_window_are_measured(cli, monkeypatch):
    # A short run: the values themselves are in the README.
    monkeypatch.setattr(benchmark, "START_S", 1.0)
    monkeypatch.setattr(benchmark, "input_devices", list)
    status, out, _ = cli("benchmark", "--hops", "1000", "--format", "json")
    found = json.loads(out)
    assert status == 0
    for key in (
        "hop_ms", "hop_ratio", "mfcc_us", "mfcc_ratio", "window_painted_s", "first_genre_s",
        "rss_mb", "analysis_wav", "analysis_flac", "analysis_mp3", "overview_s",
        "seek_given_ms",
    ):  # fmt: skip
        assert found[key] > 0
    assert found["hop_ratio"] > 1
    assert found["mfcc_ratio"] > 10
    assert found["seek_given_p95_ms"] < 2000
    assert found["window_painted_s"] < found["first_genre_s"]
    assert "There is no input device" in found["remarks"][0]
    assert {"numpy", "Python"} <= set(found["versions"])
    assert found["machine"]["cores"]


def test_too_few_hops_are_rejected(cli):
    status, _, err = cli("benchmark", "--hops", "3")
    assert status == 2
    assert "--hops: 3 is less than 1000" in err


class LateOutput(SilentOutput):
    """An output with a latency of a tenth of a second."""

    audible = True

    def start(self, render):
        super().start(lambda out, due: render(out, due + 0.1 + len(out) / self.rate))


@pytest.mark.parametrize("audible", [True, False])
def test_a_seek_is_measured_with_and_without_a_loudspeaker(tmp_path, monkeypatch, audible):
    output = LateOutput if audible else SilentOutput
    monkeypatch.setattr(
        file_speed, "_output", lambda rate, channels: output(rate, channels, time.perf_counter)
    )
    monkeypatch.setattr(file_speed, "SEEKS", 3)
    path = write(tmp_path / "x.wav", 12.0)
    monkeypatch.setattr(file_speed, "SECONDS", 12.0)
    seeks = file_speed._seeks(path)
    assert len(seeks) == 3
    for received, heard in seeks:
        assert 0.0 < received < 1000.0
        assert heard - received == pytest.approx(100.0, abs=60.0) if audible else np.isnan(heard)
