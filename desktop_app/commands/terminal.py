"""The monitor in the terminal: without a display, it prints one line per second."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from tqdm.utils import disp_len

from desktop_app.analysis.frame import AnalysisFrame
from desktop_app.analysis.gate import State
from desktop_app.audio.address import Address
from desktop_app.bundled import model_path
from desktop_app.engine.ending import end_if_stuck
from desktop_app.engine.first_source import begin_with
from desktop_app.engine.monitor import Monitor
from desktop_app.engine.source_status import Activity, SourceStatus
from desktop_app.formatting.text import clock, message_line, screen_name
from desktop_app.process.interrupts import to_be_finished
from resources.languages import gettext

LINE_SECONDS = 1.0
NOTHING = "–"
ANSWER_WIDTH = 10


def run(
    files: Sequence[Path],
    address: Address | None,
    model: str,
    make_monitor: Callable[[], Monitor] = Monitor,
    wait: Callable[[float], None] = time.sleep,
) -> int:
    """Listen or play until the file ends or Ctrl-C is pressed.

    Args:
        files: to play, one after the other; none to listen or, without an input device, to play the
            demo.
        address: of the network stream to listen to instead, if any.
        model: name or path, for :func:`bundled.model_path`.
        make_monitor: creates a monitor that is not started yet.
        wait: sleeps for a number of seconds.

    Returns:
        The exit status: 0, or 1 if file or stream could not be opened or the model not be loaded.
    """
    monitor = make_monitor()
    monitor.start()
    try:
        with to_be_finished():
            monitor.models.load(model_path(model))
            begin_with(monitor, files, address)
            status = _follow(monitor, wait)
    except KeyboardInterrupt:
        status = 0
    finally:
        monitor.close()
    end_if_stuck(monitor, status)
    return status


def _follow(monitor: Monitor, wait: Callable[[float], None]) -> int:
    frame: AnalysisFrame | None = None
    reported = ""
    while True:
        wait(LINE_SECONDS)
        status = monitor.status()
        if status.message and status.message != reported:
            reported = status.message
            print(message_line(reported), file=sys.stderr, flush=True)
        if status.activity in (Activity.STOPPED, Activity.FAILED) or monitor.models.problem:
            return 1
        newest = monitor.worker.frames.take()
        frame = newest or frame
        print(line(status, frame if newest or not status.running else None), flush=True)
        if status.activity is Activity.ENDED:
            return 0


def line(status: SourceStatus, frame: AnalysisFrame | None) -> str:
    """Format one line: position, activity, state of the analysis, answer and probability.

    It is for people and in their language; :mod:`commands.listen` prints lines for programs.

    Args:
        status: of the source.
        frame: the newest one, None if there was none since the last line.
    """
    position = clock(frame.position_s if frame else status.position_s)
    activities = max(disp_len(gettext(activity.value)) for activity in Activity)
    states = max(disp_len(screen_name(state.value)) for state in State)
    activity = _padded(gettext(status.activity.value), activities)
    state = _padded(screen_name(frame.state.value) if frame else NOTHING, states)
    words = f"{position:>7}  {activity}  {state}"
    answer = None if frame is None else frame.answer
    if answer is None:
        return f"{words}  {NOTHING}"
    percent = "" if answer.share is None else f" {100 * answer.share:3.0f} %"
    return f"{words}  {_padded(screen_name(answer.label), ANSWER_WIDTH)}{percent}"


def _padded(word: str, width: int) -> str:
    # A Chinese or Japanese character is as wide as two Latin ones.
    return word + " " * (width - disp_len(word))
