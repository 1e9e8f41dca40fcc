import json
import time

import numpy as np
import pytest

from desktop_app.audio.output import SilentOutput
from desktop_app.benchmark import whole_files
from desktop_app.commands import benchmark
from desktop_app.commands.benchmark import matched
from tests.fixtures.files import write


def test_clicks_are_matched_with_their_pictures():
    played = [1.0, 2.0, 3.0]
    seen = [(1.05, 1.02), (2.07, 2.03), (3.09, 3.04), (9.0, 8.9)]
    way = matched(played, seen)
    assert way["p50"] == pytest.approx(70.0)
    assert way["p95"] == pytest.approx(88.0)
    assert way["device_p50"] == pytest.approx(30.0)
    assert way["matched"] == 3


def test_without_a_click_there_is_no_figure():
    assert matched([], [(1.0, 1.0)]) == {
        "p50": None, "p95": None, "device_p50": None, "matched": 0,
    }  # fmt: skip


def test_hops_and_window_are_measured_for_real(cli, monkeypatch):
    # How long the window takes is another matter; see the README.
    monkeypatch.setattr(benchmark, "START_S", 1.0)
    monkeypatch.setattr(benchmark, "_inputs", lambda: False)
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
    assert found["seek_given_ms"] <= found["seek_given_p95_ms"]
    assert found["window_painted_s"] < found["first_genre_s"]
    assert "There is no input device" in found["remarks"][0]
    assert {"numpy", "Python"} <= set(found["versions"])
    assert found["machine"]["cores"]


def test_too_little_to_measure_is_refused(cli):
    status, _, err = cli("benchmark", "--hops", "3")
    assert status == 2
    assert "a thousand hops at least" in err


class LateOutput(SilentOutput):
    """Says that what it is given is heard a tenth of a second later."""

    audible = True

    def start(self, render):
        super().start(lambda out, due: render(out, due + 0.1 + len(out) / self.rate))


@pytest.mark.parametrize("audible", [True, False])
def test_a_seek_is_told_with_and_without_the_way_through_the_loudspeaker(
    tmp_path, monkeypatch, audible
):
    output = LateOutput if audible else SilentOutput
    monkeypatch.setattr(
        whole_files, "_output", lambda rate, channels: output(rate, channels, time.perf_counter)
    )
    monkeypatch.setattr(whole_files, "SEEKS", 3)
    path = write(tmp_path / "x.wav", 12.0)
    monkeypatch.setattr(whole_files, "SECONDS", 12.0)
    for given, heard in whole_files._seeks(path):
        assert 0.0 < given < 1000.0
        assert heard - given == pytest.approx(100.0, abs=60.0) if audible else np.isnan(heard)
