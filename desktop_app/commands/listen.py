"""``genre-monitor listen``: what is heard, as lines for scripts."""

from __future__ import annotations

import argparse
import csv
import io
import json
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, fields

from desktop_app.analysis.frame import AnalysisFrame
from desktop_app.bundled import model_path
from desktop_app.commands.options import Refused, add_model
from desktop_app.engine.monitor import Monitor, end_without_sound_system
from desktop_app.engine.source_status import Activity, SourceStatus

LOOK_SECONDS = 0.05
LINE_SECONDS = 1.0


@dataclass(frozen=True)
class Heard:
    """A line.

    Attributes:
        time: local time with its offset, ISO 8601.
        at: seconds since the command began.
        activity: what the device is doing, a word of :class:`Activity`.
        state: what the sound is, a word of :class:`analysis.gate.State`; None before the first.
        genre: the leading one; None where none is named.
        probability: its own, averaged over the last three seconds.
    """

    time: str
    at: float
    activity: str
    state: str | None
    genre: str | None
    probability: float | None

    @property
    def said(self) -> tuple[str, str | None, str | None]:
        """What makes it another line than the last one."""
        return self.activity, self.state, self.genre


def run(
    arguments: list[str],
    make_monitor: Callable[[], Monitor] = Monitor,
    wait: Callable[[float], None] = time.sleep,
) -> int:
    """Listen until the time is over, Ctrl-C is pressed or nobody reads any more.

    Args:
        arguments: of the command.
        make_monitor: gives a monitor that hasn't been started.
        wait: lets so many seconds pass.

    Returns:
        The exit status: 1 if the device can't be opened or the model can't be loaded.

    Raises:
        Refused: the arguments make no sense.
    """
    parser = argparse.ArgumentParser(
        prog="genre-monitor listen",
        description="Listen to an input device and write a line whenever the genre changes.",
    )
    parser.add_argument(
        "--device", metavar="NAME",
        help="as genre-monitor devices lists it (default: the system's default input)",
    )  # fmt: skip
    parser.add_argument("--seconds", metavar="S", type=float, help="end after so many")
    parser.add_argument("--format", choices=("json", "csv"), default="json")
    parser.add_argument(
        "--every-second", action="store_true", help="a line a second, changed or not"
    )
    add_model(parser)
    options = parser.parse_args(arguments)
    if options.seconds is not None and options.seconds <= 0:
        raise Refused("--seconds is more than 0.")
    monitor = make_monitor()
    monitor.start()
    status = 0
    try:
        monitor.models.load(model_path(options.model))
        monitor.listen(options.device)
        if options.format == "csv":
            print(",".join(field.name for field in fields(Heard)), flush=True)
        for line in _lines(monitor, options.seconds, options.every_second, wait):
            print(_written(line, options.format), flush=True)
    except KeyboardInterrupt:
        pass
    except _Failed as failed:
        print(f"genre-monitor: {failed}", file=sys.stderr)
        status = 1
    finally:
        monitor.close()
    end_without_sound_system(monitor, status)
    return status


class _Failed(Exception):
    """There is nothing to listen to, or nobody who could name a genre."""


def _lines(
    monitor: Monitor, seconds: float | None, every_second: bool, wait: Callable[[float], None]
) -> Iterator[Heard]:
    begun = time.monotonic()
    last: Heard | None = None
    frame: AnalysisFrame | None = None
    complained = ""
    while seconds is None or time.monotonic() - begun < seconds:
        wait(LOOK_SECONDS)
        status = monitor.status()
        if status.activity is Activity.FAILED or monitor.models.problem:
            raise _Failed(status.message)
        if status.message and status.message != complained:
            complained = status.message
            print(f"genre-monitor: {complained}", file=sys.stderr, flush=True)
        frame = monitor.worker.frames.take() or frame
        if monitor.models.classifier is None or status.activity is Activity.OPENING:
            continue
        heard = _heard(time.monotonic() - begun, status, frame)
        due = every_second and (last is None or heard.at - last.at >= LINE_SECONDS)
        if due or (not every_second and (last is None or heard.said != last.said)):
            last = heard
            yield heard


def _heard(at: float, status: SourceStatus, frame: AnalysisFrame | None) -> Heard:
    here = frame is not None and status.running and frame.stream >= status.first_stream
    state = frame.state.value if frame is not None and here else None
    genre = probability = None
    if frame is not None and here and frame.smoothed is not None and frame.network is not None:
        best = int(frame.smoothed.argmax())
        genre, probability = frame.network.genres[best], round(float(frame.smoothed[best]), 4)
    now = time.strftime("%Y-%m-%dT%H:%M:%S%z")
    return Heard(now, round(at, 2), status.activity.value, state, genre, probability)


def _written(line: Heard, kind: str) -> str:
    values = asdict(line)
    if kind == "json":
        return json.dumps(values)
    row = io.StringIO()
    csv.writer(row, lineterminator="").writerow(values.values())
    return row.getvalue()
