"""The monitor without a window: the same road, a line a second."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path

from desktop_app.analysis.frame import AnalysisFrame
from desktop_app.bundled import model_path
from desktop_app.engine.monitor import Monitor, end_without_sound_system
from desktop_app.engine.source_status import Activity, SourceStatus
from desktop_app.formatting.text import clock

LINE_SECONDS = 1.0


def run(
    file: Path | None,
    model: str,
    make_monitor: Callable[[], Monitor] = Monitor,
    wait: Callable[[float], None] = time.sleep,
) -> int:
    """Listen, or play a file or the demo, until it ends or Ctrl-C is pressed.

    Args:
        file: to play; None to listen, or without an input to play the demo.
        model: name or path; see ``bundled.model_path``.
        make_monitor: gives a monitor that hasn't been started.
        wait: lets so many seconds pass.

    Returns:
        The exit status: 0, or 1 when the file can't be opened or the model can't be loaded.
    """
    monitor = make_monitor()
    monitor.start()
    try:
        monitor.models.load(model_path(model))
        if file is None:
            monitor.listen(or_demo=True)
        else:
            monitor.play([file])
        status = _follow(monitor, wait)
    except KeyboardInterrupt:
        status = 0
    finally:
        monitor.close()
    end_without_sound_system(monitor, status)
    return status


def _follow(monitor: Monitor, wait: Callable[[float], None]) -> int:
    frame: AnalysisFrame | None = None
    said = ""
    while True:
        wait(LINE_SECONDS)
        status = monitor.status()
        if status.message and status.message != said:
            said = status.message
            print(f"genre-monitor: {said}", file=sys.stderr, flush=True)
        if status.activity in (Activity.STOPPED, Activity.FAILED) or monitor.models.problem:
            return 1
        newest = monitor.worker.frames.take()
        frame = newest or frame
        print(line(status, frame if newest or not status.running else None), flush=True)
        if status.activity is Activity.ENDED:
            return 0


def line(status: SourceStatus, frame: AnalysisFrame | None) -> str:
    """One line: place, what the source does, what the sound is, genre and probability.

    Args:
        status: of the source.
        frame: the newest, None if there was none since the last line.
    """
    place = clock(frame.position_s if frame else status.position_s)
    words = f"{place:>7}  {status.activity.value:9}  {frame.state.value if frame else '–':9}"
    if frame is None or frame.smoothed is None or frame.network is None:
        return f"{words}  –"
    best = int(frame.smoothed.argmax())
    return f"{words}  {frame.network.genres[best]:10} {100 * float(frame.smoothed[best]):3.0f} %"
