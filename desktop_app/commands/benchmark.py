"""``genre-monitor benchmark``: measures the speed on this machine, against targets."""

from __future__ import annotations

import argparse
import json
import math
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from desktop_app.audio.input_devices import input_devices
from desktop_app.audio.source_error import SourceError
from desktop_app.benchmark.figures_table import figures_table, machine, versions
from desktop_app.benchmark.long_run import save_long_run
from desktop_app.benchmark.output_cost import broker, output_costs, output_table
from desktop_app.benchmark.panel_cost import panel_costs, panels_table
from desktop_app.benchmark.processes import busy_cores, clicks, music, probe_window, run_module
from desktop_app.benchmark.processor_use import processor_table, processor_use
from desktop_app.bundled import demo_clips
from desktop_app.commands.help_text import WholeNames
from desktop_app.commands.numbers import seconds_from, whole_from
from desktop_app.commands.options import Refused, check_replaceable
from desktop_app.display_check import why_no_window
from desktop_app.formatting.reason import reason_of
from desktop_app.formatting.text import message_line
from desktop_app.process.interrupts import to_be_finished
from model.features import HOP_SAMPLES, SAMPLE_RATE

DAY_HOPS = 24 * 3600 * SAMPLE_RATE // HOP_SAMPLES
LEAST_HOPS = 1000
START_S = 10.0
SETTLING_CLICKS = 8
LISTENING_FIGURES = (
    "cpu_share", "cpu_window", "gui_block_ms", "pictures", "windows", "skipped", "lost", "source",
    "rss_mb", "delay_ms",
)  # fmt: skip
MATCH_S = 0.5
"""A click is painted within this time, or was missed."""
ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "NUMBA_NUM_THREADS"), "1")
PLOTTED, SAMPLED = b"atplotlib", b"at_s,"
"""What is in the first bytes of an earlier plot of --hours, and how its samples begin."""


def run(arguments: list[str]) -> int:
    """Measure and print the figures.

    Args:
        arguments: of the command line, after ``benchmark``.

    Returns:
        The exit status, 0.

    Raises:
        Refused: the arguments are invalid, or a display or input device that they need is missing.
    """
    options = command_parser().parse_args(arguments)
    if options.hours is not None:
        return _listen_long(options.hours, options.output)
    if options.panels:
        return _open_panels(options.seconds)
    if options.processor:
        return _use_processor(options.seconds)
    if options.other_programs:
        return _tell_others(options.seconds)
    with to_be_finished():
        figures, remarks = _measure(options.seconds, options.clicks, options.hops)
    figures |= {"remarks": remarks, "versions": versions(), "machine": machine()}
    print(json.dumps(figures, indent=2) if options.format == "json" else figures_table(figures))
    return 0


def command_parser() -> argparse.ArgumentParser:
    """Make the parser of the command's arguments."""
    parser = argparse.ArgumentParser(
        prog="genre-monitor benchmark",
        formatter_class=WholeNames,
        description="Measure the speed of the analysis and of the window on this machine. The "
        "window needs a display. With an input device, real or virtual, that picks up the "
        "loudspeaker, the delay from microphone to screen is measured too, with clicks and music.",
    )
    parser.add_argument(
        "--format", choices=("table", "json"), default="table", help="output format (default: "
        "%(default)s)",
    )  # fmt: skip
    parser.add_argument(
        "--seconds",
        metavar="S",
        type=seconds_from(1.0),
        default=30.0,
        help="how long to listen (default: %(default)g)",
    )
    parser.add_argument(
        "--clicks",
        metavar="N",
        type=whole_from(1),
        default=30,
        help="number of clicks to play (default: %(default)s)",
    )
    parser.add_argument(
        "--hours", metavar="H", type=float,
        help="only listen to music for H hours, and plot delay, processor load, memory and "
        "skipped windows over time",
    )  # fmt: skip
    parser.add_argument(
        "--panels",
        action="store_true",
        help="only measure the cost of each additional panel",
    )
    parser.add_argument(
        "--processor",
        action="store_true",
        help="only measure the processor time of each thread, playing a file and listening",
    )
    parser.add_argument(
        "--other-programs",
        action="store_true",
        help="only measure the processor time that telling other programs takes; needs mosquitto",
    )
    parser.add_argument(
        "-o", "--output", metavar="PLOT", type=Path, default=Path("hours.png"),
        help="file for the plot of --hours (default: %(default)s); the samples are written next to "
        "it as .csv",
    )  # fmt: skip
    parser.add_argument(
        "--hops", metavar="N", type=whole_from(LEAST_HOPS), default=20_000,
        help="number of hops to analyse while memory is watched (default: %(default)s, eight "
        f"minutes of sound; a day is {DAY_HOPS})",
    )  # fmt: skip
    return parser


def _require_window_and_input() -> None:
    if reason := why_no_window():
        raise Refused(reason)
    if not _has_input():
        raise Refused("This needs an input device, real or virtual.")


def _open_panels(seconds: float) -> int:
    _require_window_and_input()
    with to_be_finished(), music():
        _report(f"Measuring the window with each panel, {seconds:.0f} s each…")
        print(panels_table(panel_costs(seconds)))
    return 0


def _use_processor(seconds: float) -> int:
    _require_window_and_input()
    with to_be_finished():
        _report(f"Measuring the window, {seconds:.0f} s for each source…")
        print(processor_table(processor_use(seconds)))
    return 0


def _tell_others(seconds: float) -> int:
    _require_window_and_input()
    if broker() is None:
        raise Refused("This needs mosquitto, an MQTT broker.")
    with to_be_finished():
        _report(f"Measuring the window ten times, {seconds:.0f} s each…")
        print(output_table(output_costs(seconds)))
    return 0


def _listen_long(hours: float, plot: Path) -> int:
    if not 0 < hours < math.inf:
        raise Refused("--hours must be a number greater than 0.")
    # The folder is created only if something is measured.
    if plot.parent.is_dir():
        check_replaceable(plot, lambda begin: PLOTTED in begin)
        check_replaceable(plot.with_suffix(".csv"), lambda begin: begin.startswith(SAMPLED))
    _require_window_and_input()
    try:
        plot.parent.mkdir(parents=True, exist_ok=True)
        plot.touch()
    except OSError as error:
        raise Refused(f"Could not write {plot}: {reason_of(error)}.") from error
    _report(f"Listening to music for {hours:g} hours…")
    with to_be_finished(), music():
        summary, samples = probe_window(3600 * hours)
    save_long_run(samples, plot)
    print(f"Wrote {len(samples)} samples to {plot} and {plot.with_suffix('.csv')}.")
    print(json.dumps({name: summary[name] for name in LISTENING_FIGURES}))
    return 0


def _measure(seconds: float, click_count: int, hops: int) -> tuple[dict[str, Any], list[str]]:
    _report(f"Analysing {hops} hops…")
    figures: dict[str, Any] = json.loads(
        run_module("desktop_app.benchmark.hop_cost", str(hops), environment=ONE_THREAD)
    )
    _report("Analysing and playing files…")
    figures |= json.loads(run_module("desktop_app.benchmark.file_speed", environment=ONE_THREAD))
    if reason := why_no_window():
        return figures, [f"{reason} The window was not measured."]
    _report("Starting the window…")
    started, _ = probe_window(START_S, demo_clips()[-1])
    figures |= {
        "window_painted_s": started["painted_s"],
        "first_genre_s": started.get("first_genre_s"),
        "rss_mb": started["rss_mb"],
    }
    if not _has_input():
        return figures, [
            "There is no input device. The delay from the microphone was not measured."
        ]
    _report(f"Playing {click_count} clicks from loudspeaker to microphone…")
    # The window takes some seconds to settle and needs quiet before each click.
    played, seen = clicks(click_count + SETTLING_CLICKS, click_count)
    figures["mic_to_pixel_ms"] = match_clicks(played, seen)
    remarks = (
        [] if seen else ["No click was seen: the input device does not pick up the loudspeaker."]
    )
    with to_be_finished(), music():
        _report(f"Listening to music for {seconds:.0f} s…")
        listening, _ = probe_window(seconds)
        _report(f"Listening for {seconds:.0f} s with all cores busy…")
        with busy_cores():
            busy, _ = probe_window(seconds)
    figures |= {name: listening[name] for name in LISTENING_FIGURES}
    figures["busy_delay_p95_ms"] = busy["delay_ms"]["p95"]
    figures["busy_skipped"] = busy["skipped"]
    return figures, remarks


def match_clicks(
    played: Sequence[float], seen: Sequence[tuple[float, float]]
) -> dict[str, float | None]:
    """Match clicks on the screen with those played, and compute their delays.

    Args:
        played: clock times at which clicks left the loudspeaker, in seconds, ascending.
        seen: clock times at which a column with a click was painted and captured, in seconds.

    Returns:
        ``p50`` and ``p95`` of the delay to the screen and ``device_p50`` of the delay to the
        capture, in ms, None without clicks; ``matched``, the number of clicks seen.
    """
    delays = []
    for painted, captured in seen:
        before = [at for at in played if painted - MATCH_S < at < painted]
        if before:
            delays.append((1000 * (painted - before[-1]), 1000 * (captured - before[-1])))
    if not delays:
        return {"p50": None, "p95": None, "device_p50": None, "matched": 0}
    to_screen, to_capture = np.array(delays).T
    return {
        "p50": float(np.median(to_screen)),
        "p95": float(np.quantile(to_screen, 0.95)),
        "device_p50": float(np.median(to_capture)),
        "matched": len(delays),
    }


def _has_input() -> bool:
    try:
        return bool(input_devices())
    except SourceError:
        return False


def _report(message: str) -> None:
    print(message_line(message), file=sys.stderr, flush=True)
