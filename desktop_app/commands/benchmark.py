"""``genre-monitor benchmark``: how fast this is here, beside what would be used in its place."""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
from collections.abc import Mapping, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any

import numpy as np

from desktop_app import __version__
from desktop_app.audio.input_devices import input_devices
from desktop_app.audio.source_error import SourceError
from desktop_app.benchmark.long_run import save_hours
from desktop_app.benchmark.panel_cost import panel_costs, panels_table
from desktop_app.benchmark.processes import busy_cores, clicks, music, run_module, watch_window
from desktop_app.bundled import demo_clips
from desktop_app.commands.options import Refused
from desktop_app.display_check import why_no_window

DAY_HOPS = 24 * 3600 * 22050 // 512
PACKAGES = ("PySide6-Essentials", "numpy", "onnxruntime", "librosa", "torch", "sounddevice")
START_S = 10.0
SETTLING_CLICKS = 8
LISTENED = (
    "cpu_share", "cpu_window", "gui_block_ms", "pictures", "windows", "skipped", "lost", "source",
    "rss_mb", "delay_ms",
)  # fmt: skip
MATCH_S = 0.5
"""A click that is painted later than this is another one, or none."""
ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "NUMBA_NUM_THREADS"), "1")

ROWS: tuple[tuple[str, str, str, float], ...] = (
    ("hop_ms", "one hop: streaming MFCC, network, first maps, median, ms", "≤", 0.8),
    ("hop_ratio", "  times faster than librosa and the network eagerly", "≥", 8.0),
    ("mfcc_us", "streaming MFCC alone, median, µs", "≤", 0.0),
    ("mfcc_ratio", "  times faster than librosa of the window", "≥", 40.0),
    ("hop_cpu", "43 analyses a second, share of a core", "≤", 0.0),
    ("recomputed_cpu", "instead: the window recomputed every half second", "≤", 0.0),
    ("growth_mb", "memory grown over the hops below, MB", "≤", 5.0),
    ("hops", "  hops", "≥", 0.0),
    ("analysis_wav", "a wav file analysed, times real time, on one core", "≥", 400.0),
    ("analysis_flac", "  flac", "≥", 400.0),
    ("analysis_mp3", "  mp3", "≥", 200.0),
    ("analysis_flac_two", "  flac, decoded ahead on a second core", "≥", 0.0),
    ("seek_given_ms", "another place asked for to given to the output, median, ms", "≤", 0.0),
    ("seek_given_p95_ms", "  95th percentile", "≤", 0.0),
    ("seek_ms", "  to leaving the loudspeaker, median, ms", "≤", 0.0),
    ("seek_p95_ms", "  95th percentile", "≤", 150.0),
    ("overview_s", "overview of four minutes of mp3, s", "≤", 2.0),
    ("window_painted_s", "process start to window painted, s", "≤", 0.9),
    ("first_genre_s", "process start to first genre, s", "≤", 4.0),
    ("rss_mb", "resident memory, MB", "≤", 450.0),
    ("mic_to_pixel_p50", "microphone to pixel, median, ms", "≤", 80.0),
    ("mic_to_pixel_p95", "  95th percentile, ms", "≤", 120.0),
    ("mic_device_p50", "  of it in the device, median, ms", "≤", 0.0),
    ("cpu_share", "whole app, share of a core", "≤", 0.25),
    ("cpu_window", "  of it the window's own thread", "≤", 0.0),
    ("windows", "  windows analysed a second", "≥", 43.0),
    ("pictures", "  pictures painted a second", "≥", 30.0),
    ("gui_block_ms", "longest block of the window's thread, ms", "≤", 30.0),
    ("busy_delay_p95_ms", "every core busy: sound to screen, 95th percentile, ms", "≤", 250.0),
    ("busy_skipped", "  windows skipped then", "≤", 0.0),
    ("skipped", "windows skipped", "≤", 0.0),
    ("lost", "sample frames lost", "≤", 0.0),
)
"""Key, words, direction and what is aimed at; 0 where nothing is."""


def run(arguments: list[str]) -> int:
    """Measure and print.

    Returns:
        The exit status, 0.

    Raises:
        Refused: the arguments make no sense.
    """
    parser = argparse.ArgumentParser(
        prog="genre-monitor benchmark",
        description="Measure how fast the analysis and the window are on this machine. Nothing is "
        "needed but a display; with an input device, real or virtual, that hears the loudspeaker, "
        "the way from the microphone to the screen is measured too: it plays clicks and music.",
    )
    parser.add_argument("--format", choices=("table", "json"), default="table")
    parser.add_argument(
        "--seconds", metavar="S", type=float, default=30.0, help="to listen (default: 30)"
    )
    parser.add_argument(
        "--clicks", metavar="N", type=int, default=30, help="through the microphone (default: 30)"
    )
    parser.add_argument(
        "--hours", metavar="H", type=float,
        help="only listen to music for so long, and draw delay, processor, memory and what was "
        "skipped over time",
    )  # fmt: skip
    parser.add_argument(
        "--panels",
        action="store_true",
        help="only listen to music with each of the panels open, in turn",
    )
    parser.add_argument(
        "-o", "--output", metavar="PICTURE", type=Path, default=Path("hours.png"),
        help="of --hours (default: hours.png); the samples go beside it, as .csv",
    )  # fmt: skip
    parser.add_argument(
        "--hops", metavar="N", type=int, default=20_000,
        help=f"through the analysis, as fast as it can, for its memory (default: 20000, eight "
        f"minutes of sound; a day is {DAY_HOPS})",
    )  # fmt: skip
    options = parser.parse_args(arguments)
    if min(options.seconds, options.clicks) < 1 or options.hops < 1000:
        raise Refused("Measuring takes a second, a click and a thousand hops at least.")
    if options.hours is not None:
        return _listen_long(options.hours, options.output)
    if options.panels:
        return _open_panels(options.seconds)
    found, remarks = _measure(options.seconds, options.clicks, options.hops)
    found |= {"remarks": remarks, "versions": _versions(), "machine": _machine()}
    print(json.dumps(found, indent=2) if options.format == "json" else _table(found))
    return 0


def _must_hear() -> None:
    if reason := why_no_window():
        raise Refused(reason.split(";")[0])
    if not _inputs():
        raise Refused("This takes an input device, real or virtual.")


def _open_panels(seconds: float) -> int:
    _must_hear()
    with music():
        _say(f"The window with each panel in turn, {seconds:.0f} s each …")
        print(panels_table(panel_costs(seconds)))
    return 0


def _listen_long(hours: float, picture: Path) -> int:
    if hours <= 0:
        raise Refused("Listening for hours takes a positive number of hours.")
    _must_hear()
    try:
        picture.parent.mkdir(parents=True, exist_ok=True)
        picture.touch()
    except OSError as error:
        raise Refused(f"{picture} can't be written: {error.strerror}.") from error
    _say(f"Music until {hours:g} hours are over …")
    with music():
        whole, samples = watch_window(3600 * hours)
    save_hours(samples, picture)
    print(f"{picture} and {picture.with_suffix('.csv')} written: {len(samples)} samples")
    print(json.dumps({name: whole[name] for name in LISTENED}))
    return 0


def _measure(seconds: float, clicked: int, hops: int) -> tuple[dict[str, Any], list[str]]:
    _say(f"{hops} hops through the analysis …")
    found: dict[str, Any] = json.loads(
        run_module("desktop_app.benchmark.hop_cost", str(hops), environment=ONE_THREAD)
    )
    _say("Whole files …")
    found |= json.loads(run_module("desktop_app.benchmark.whole_files", environment=ONE_THREAD))
    if reason := why_no_window():
        return found, [f"{reason.split(';')[0].rstrip('.')}: nothing of the window was measured."]
    _say("The window, from its start …")
    shown, _ = watch_window(START_S, demo_clips()[-1])
    found |= {
        "window_painted_s": shown["painted_s"],
        "first_genre_s": shown.get("first_genre_s"),
        "rss_mb": shown["rss_mb"],
    }
    if not _inputs():
        return found, ["There is no input device: the way from the microphone was not measured."]
    _say(f"{clicked} clicks from the loudspeaker to the microphone to the screen …")
    # The window takes some seconds to settle and needs quiet before each click.
    played, seen = clicks(clicked + SETTLING_CLICKS, clicked)
    found["mic_to_pixel_ms"] = matched(played, seen)
    remarks = [] if seen else ["The input device does not hear the loudspeaker: no click was seen."]
    with music():
        _say(f"Music for {seconds:.0f} s …")
        heard, _ = watch_window(seconds)
        _say(f"The same for {seconds:.0f} s while every core has other work …")
        with busy_cores():
            disturbed, _ = watch_window(seconds)
    found |= {name: heard[name] for name in LISTENED}
    found["busy_delay_p95_ms"] = disturbed["delay_ms"]["p95"]
    found["busy_skipped"] = disturbed["skipped"]
    return found, remarks


def matched(
    played: Sequence[float], seen: Sequence[tuple[float, float]]
) -> dict[str, float | None]:
    """How long clicks took to the screen.

    Args:
        played: clock times at which they left the loudspeaker.
        seen: clock times at which columns with a click were painted and had been captured.

    Returns:
        ``p50`` and ``p95`` of the way to the screen and ``device_p50`` of the way to the program,
        in ms, None without any; ``matched``, how many were seen.
    """
    ways = []
    for painted, captured in seen:
        before = [at for at in played if painted - MATCH_S < at < painted]
        if before:
            ways.append((1000 * (painted - before[-1]), 1000 * (captured - before[-1])))
    if not ways:
        return {"p50": None, "p95": None, "device_p50": None, "matched": 0}
    whole, device = np.array(ways).T
    return {
        "p50": float(np.median(whole)),
        "p95": float(np.quantile(whole, 0.95)),
        "device_p50": float(np.median(device)),
        "matched": len(ways),
    }


def _inputs() -> bool:
    try:
        return bool(input_devices())
    except SourceError:
        return False


def _versions() -> dict[str, str]:
    return {
        "genre-monitor": __version__,
        "Python": platform.python_version(),
        **{name: version(name) for name in PACKAGES},
    }


def _machine() -> dict[str, Any]:
    return {"system": platform.platform(), "processor": _processor(), "cores": os.cpu_count()}


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
    except OSError:
        return platform.processor()
    return next((line.split(": ")[1] for line in lines if line.startswith("model name")), "")


def _table(found: Mapping[str, Any]) -> str:
    way = found.get("mic_to_pixel_ms") or {}
    values = dict(found) | {
        "mic_to_pixel_p50": way.get("p50"),
        "mic_to_pixel_p95": way.get("p95"),
        "mic_device_p50": way.get("device_p50"),
    }
    lines = [f"{'':56} {'here':>10}   aim"]
    for key, words, direction, aim in ROWS:
        value = values.get(key)
        if value is not None:
            lines.append(f"{words:56} {value:10.4g}" + (f"   {direction} {aim:g}" if aim else ""))
    lines += ["", *found["remarks"]]
    lines.append(", ".join(f"{name} {value}" for name, value in found["versions"].items()))
    machine = found["machine"]
    lines.append(f"{machine['system']}, {machine['processor']}, {machine['cores']} cores")
    return "\n".join(lines)


def _say(words: str) -> None:
    print(f"genre-monitor: {words}", file=sys.stderr, flush=True)
