"""The progress of the long commands in a log."""

import io
import re

import pytest

from desktop_app.commands import progress as module
from desktop_app.commands.progress import progress, progress_bar
from tests.fixtures.files import write


class Clock:
    """Half a second passes whenever it is read."""

    now = 0.0

    def __call__(self):
        self.now += 0.5
        return self.now


def test_a_log_has_a_line_every_half_minute(monkeypatch, capsys):
    clock = Clock()
    monkeypatch.setattr("tqdm.std.time", clock)
    times, log = [], io.StringIO()
    monkeypatch.setattr("sys.stderr", log)
    for _ in progress(range(1000), unit="step", description="Training"):
        if len(log.getvalue().splitlines()) > len(times):
            times.append(clock.now)
    lines = log.getvalue().splitlines()
    assert len(times) > 10
    for before, after in zip([0.0, *times], times, strict=False):
        assert 29.0 <= after - before <= 32.0
    for line in lines:
        assert re.fullmatch(r"Training: +\d+%\|.*\| \d+/1000 \[[^\r]*\]", line)
    assert "1000/1000" in lines[-1]
    assert log.getvalue().endswith("]\n")


def test_what_is_done_before_the_first_line_has_none(monkeypatch):
    log = io.StringIO()
    monkeypatch.setattr("sys.stderr", log)
    assert list(progress([1, 2], unit="file")) == [1, 2]
    bar = progress_bar(2, unit="file", leave=False)
    bar.update(2)
    bar.close()
    assert log.getvalue() == ""


class Terminal(io.StringIO):
    def isatty(self):
        return True


def test_a_terminal_has_a_bar_from_the_beginning(monkeypatch):
    terminal = Terminal()
    monkeypatch.setattr("sys.stderr", terminal)
    for _ in progress(["a", "b"], unit="file"):
        assert re.fullmatch(r"\r +0%\|.*\| 0/2 .*", terminal.getvalue())
    assert terminal.getvalue().endswith("\n")
    assert terminal.getvalue().count("\n") == 1


@pytest.fixture
def labelled(tmp_path):
    """Two tracks in each of two genres of the app's own model."""
    for genre in ("pop", "metal"):
        (tmp_path / "music" / genre).mkdir(parents=True)
        for seed in range(2):
            write(tmp_path / "music" / genre / f"{seed}.wav", 4.0, kind="music", seed=seed)
    return tmp_path / "music"


@pytest.mark.parametrize(
    "arguments",
    [
        ("analyze", "MUSIC", "--recursive", "-o", "OUT.csv"),
        ("evaluate", "MUSIC"),
        ("archive", "MUSIC", "-o", "OUT"),
    ],
    ids=lambda arguments: arguments[0],
)
def test_a_command_writes_lines_into_a_log_when_it_takes_long(
    cli, labelled, tmp_path, monkeypatch, arguments
):
    monkeypatch.setattr(module, "LINE_SECONDS", 0.0)
    places = {"MUSIC": str(labelled), "OUT": str(tmp_path / "out")}
    at = [re.sub("MUSIC|OUT", lambda name: places[name[0]], word) for word in arguments]
    status, _, err = cli(*at)
    assert status == 0
    assert "\r" not in err
    shown = [line for line in err.splitlines() if "%|" in line]
    counts = [re.search(r"(\d)/4 ", line)[1] for line in shown]
    assert list(dict.fromkeys(counts)) == list("01234")
