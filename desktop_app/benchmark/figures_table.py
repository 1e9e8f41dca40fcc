"""The figures of the benchmark as a table beside their targets, and the machine they are from."""

from __future__ import annotations

import os
import platform
from collections.abc import Mapping
from importlib.metadata import version
from pathlib import Path
from typing import Any

from desktop_app import __version__

PACKAGES = ("PySide6-Essentials", "numpy", "onnxruntime", "librosa", "torch", "sounddevice")
ROWS: tuple[tuple[str, str, str, float], ...] = (
    ("hop_ms", "one hop: streaming MFCC, network, first maps; median, ms", "≤", 0.8),
    ("hop_ratio", "  speed-up over librosa and the network in eager torch", "≥", 8.0),
    ("mfcc_us", "streaming MFCC alone, median, µs", "≤", 0.0),
    ("mfcc_ratio", "  speed-up over librosa on the window", "≥", 40.0),
    ("hop_cpu", "43 analyses per second, share of a core", "≤", 0.0),
    ("recomputed_cpu", "  instead, the window recomputed every half second", "≤", 0.0),
    ("growth_mb", "memory growth over the hops below, MB", "≤", 5.0),
    ("hops", "  hops", "≥", 0.0),
    ("analysis_wav", "analysis of a wav file on one core, × real time", "≥", 400.0),
    ("analysis_flac", "  flac", "≥", 400.0),
    ("analysis_mp3", "  mp3", "≥", 200.0),
    ("analysis_flac_two", "  flac, decoded ahead on a second core", "≥", 0.0),
    ("seek_given_ms", "seek until the output receives the sound, median, ms", "≤", 0.0),
    ("seek_given_p95_ms", "  95th percentile", "≤", 0.0),
    ("seek_ms", "  until it leaves the loudspeaker, median, ms", "≤", 0.0),
    ("seek_p95_ms", "  95th percentile", "≤", 150.0),
    ("overview_s", "overview of four minutes of mp3, s", "≤", 2.0),
    ("window_painted_s", "process start to window painted, s", "≤", 0.9),
    ("first_genre_s", "process start to first genre, s", "≤", 4.0),
    ("rss_mb", "resident memory, MB", "≤", 450.0),
    ("mic_to_pixel_p50", "microphone to screen, median, ms", "≤", 80.0),
    ("mic_to_pixel_p95", "  95th percentile, ms", "≤", 120.0),
    ("mic_device_p50", "  of which in the device, median, ms", "≤", 0.0),
    ("cpu_share", "whole app, share of a core", "≤", 0.25),
    ("cpu_window", "  of which the GUI thread", "≤", 0.0),
    ("windows", "  windows analysed per second", "≥", 43.0),
    ("pictures", "  screen updates per second", "≥", 30.0),
    ("gui_block_ms", "longest block of the GUI thread, ms", "≤", 30.0),
    ("busy_delay_p95_ms", "all cores busy: sound to screen, 95th percentile, ms", "≤", 250.0),
    ("busy_skipped", "  windows skipped meanwhile", "≤", 0.0),
    ("skipped", "windows skipped", "≤", 0.0),
    ("lost", "sample frames lost", "≤", 0.0),
)
"""Key, description, direction and target of each figure; 0 if there is no target."""


def versions() -> dict[str, str]:
    """Versions of the app, of Python and of the packages that matter for speed."""
    return {
        "genre-monitor": __version__,
        "Python": platform.python_version(),
        **{name: version(name) for name in PACKAGES},
    }


def machine() -> dict[str, Any]:
    """The operating system, the processor and the number of its cores."""
    return {"system": platform.platform(), "processor": _processor(), "cores": os.cpu_count()}


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
    except OSError:
        return platform.processor()
    return next((line.split(": ")[1] for line in lines if line.startswith("model name")), "")


def figures_table(figures: Mapping[str, Any]) -> str:
    """Format what was measured beside the targets.

    Args:
        figures: by the keys of ROWS, with ``remarks``, a list of sentences, and :func:`versions`
            and :func:`machine` under these names.
    """
    delay = figures.get("mic_to_pixel_ms") or {}
    values = dict(figures) | {
        "mic_to_pixel_p50": delay.get("p50"),
        "mic_to_pixel_p95": delay.get("p95"),
        "mic_device_p50": delay.get("device_p50"),
    }
    lines = [f"{'':56} {'measured':>10}   target"]
    for key, description, direction, target in ROWS:
        value = values.get(key)
        if value is not None:
            aim = f"   {direction} {target:g}" if target else ""
            lines.append(f"{description:56} {value:10.4g}{aim}")
    lines += ["", *figures["remarks"]]
    lines.append(", ".join(f"{name} {value}" for name, value in figures["versions"].items()))
    of = figures["machine"]
    lines.append(f"{of['system']}, {of['processor']}, {of['cores']} cores")
    return "\n".join(lines)
