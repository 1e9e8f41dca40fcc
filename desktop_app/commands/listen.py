"""``genre-monitor listen``: classifies an input device or stream and prints lines for scripts."""

from __future__ import annotations

import argparse
import csv
import io
import json
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import asdict, dataclass, fields

from desktop_app.analysis.frame import AnalysisFrame
from desktop_app.audio.input_devices import choose_input
from desktop_app.audio.server_events import ServerEvents
from desktop_app.audio.source_error import SourceError
from desktop_app.bundled import model_path
from desktop_app.commands.help_text import WholeNames
from desktop_app.commands.listen_outputs import add_output_options, channels
from desktop_app.commands.numbers import seconds_from
from desktop_app.commands.options import add_model, stream_address, text_of
from desktop_app.engine.ending import end_if_stuck
from desktop_app.engine.monitor import Monitor
from desktop_app.engine.source_status import Activity
from desktop_app.formatting.text import message_line
from desktop_app.outputs.channel import Channel
from desktop_app.outputs.message import Message, message_of
from desktop_app.process.interrupts import to_be_finished
from resources.languages import gettext

POLL_SECONDS = 0.05
LEAST_SECONDS = 0.1
LINE_SECONDS = 1.0


@dataclass(frozen=True)
class OutputLine:
    """One line of output.

    Attributes:
        time: local time with UTC offset, ISO 8601.
        at: seconds since the command started.
        activity: of the device or stream, a value of :class:`Activity`.
        state: what is heard, a value of :class:`analysis.gate.State`; None without sound.
        genre: the leading one of the piece that is being heard, sure or not; None if no genre is
            shown.
        probability: of the genre; None without one.
        answer: what the window would say, such as *Pop*, *Pop or Rock* or *Not sure*; None without
            a genre.
    """

    time: str
    at: float
    activity: str
    state: str | None
    genre: str | None
    probability: float | None
    answer: str | None

    @property
    def content(self) -> tuple[str | None, ...]:
        """The part whose change is worth a new line."""
        return self.activity, self.state, self.genre, self.answer


def run(
    arguments: list[str],
    make_monitor: Callable[[], Monitor] = Monitor,
    wait: Callable[[float], None] = time.sleep,
) -> int:
    """Listen until the time is up, the stream ends, Ctrl-C is pressed or the output is closed.

    Args:
        arguments: of the command line, after ``listen``.
        make_monitor: creates a monitor that is not started yet.
        wait: sleeps for a number of seconds.

    Returns:
        The exit status: 0, or 1 if device, stream or model could not be opened.
    """
    options = command_parser().parse_args(arguments)
    try:
        device = None if options.device is None else choose_input(options.device).name
    except SourceError as error:
        print(message_line(str(error)), file=sys.stderr)
        return 1
    monitor = make_monitor()
    events = ServerEvents(monitor.list_inputs)
    monitor.start()
    events.start()
    status = 0
    try:
        with to_be_finished(), ExitStack() as stack:
            told = channels(options, stack)
            monitor.models.load(model_path(options.model))
            if options.address is None:
                monitor.listen(device)
            else:
                monitor.listen_to_stream(options.address, aloud=False)
            if options.format == "csv":
                print(",".join(field.name for field in fields(OutputLine)), flush=True)
            for line in _lines(monitor, told, options.seconds, options.every_second, wait):
                print(_format(line, options.format), flush=True)
    except KeyboardInterrupt:
        pass
    except _ListeningFailed as failed:
        print(message_line(str(failed)), file=sys.stderr)
        status = 1
    finally:
        events.close()
        monitor.close()
    end_if_stuck(monitor, status)
    return status


def command_parser() -> argparse.ArgumentParser:
    """Make the parser of the command's arguments."""
    parser = argparse.ArgumentParser(
        prog="genre-monitor listen",
        formatter_class=WholeNames,
        description=gettext(
            "Listen to an input device or a network stream, and print a line whenever the "
            "genre changes."
        ),
    )
    inputs = parser.add_mutually_exclusive_group()
    inputs.add_argument(
        "--device",
        metavar="NAME",
        type=text_of,
        help=gettext(
            "input device: its name, part of its name, or its number as listed by genre-monitor "
            "devices (default: the system default)"
        ),
    )
    inputs.add_argument(
        "--address",
        metavar="URL",
        type=stream_address,
        help=gettext(
            "address (http://, https://, rtsp://) of an internet radio station or another "
            "stream to listen to instead of a device; it is not played"
        ),
    )
    parser.add_argument(
        "--seconds",
        metavar="S",
        type=seconds_from(LEAST_SECONDS),
        help=gettext("stop after S seconds"),
    )
    parser.add_argument(
        "--format",
        choices=("json", "csv"),
        default="json",
        help=gettext("format of the lines (default: %(default)s)"),
    )
    parser.add_argument(
        "--every-second",
        action="store_true",
        help=gettext("print one line per second, changed or not"),
    )
    add_model(parser)
    add_output_options(parser)
    return parser


class _ListeningFailed(Exception):
    """The device or stream could not be opened, or the model not be loaded."""


def _lines(
    monitor: Monitor,
    told: Sequence[Channel],
    seconds: float | None,
    every_second: bool,
    wait: Callable[[float], None],
) -> Iterator[OutputLine]:
    begun = time.monotonic()
    last: OutputLine | None = None
    frame: AnalysisFrame | None = None
    reported = ""
    while seconds is None or time.monotonic() - begun < seconds:
        wait(POLL_SECONDS)
        status = monitor.status()
        if status.activity is Activity.FAILED or monitor.models.problem:
            raise _ListeningFailed(status.message)
        if status.message and status.message != reported:
            reported = status.message
            print(message_line(reported), file=sys.stderr, flush=True)
        frame = monitor.worker.frames.take() or frame
        if monitor.network.current is None or status.activity is Activity.OPENING:
            continue
        message = message_of(status, frame)
        for channel in told:
            channel.offer(message)
        line = _line(time.monotonic() - begun, message)
        due = every_second and (last is None or line.at - last.at >= LINE_SECONDS)
        if due or (not every_second and (last is None or line.content != last.content)):
            last = line
            yield line
        if status.activity is Activity.ENDED:
            return


def _line(at: float, message: Message) -> OutputLine:
    return OutputLine(
        time=message.time,
        at=round(at, 2),
        activity=message.activity,
        state=message.state,
        genre=message.genre,
        probability=message.probability,
        answer=message.answer,
    )


def _format(line: OutputLine, kind: str) -> str:
    values = asdict(line)
    if kind == "json":
        return json.dumps(values)
    row = io.StringIO()
    csv.writer(row, lineterminator="").writerow(values.values())
    return row.getvalue()
