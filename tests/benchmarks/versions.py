"""Whether this version starts as fast and takes as little as an earlier one.

    python -m tests.benchmarks.versions REVISION [--rounds N] [--seconds S]

lets the windows of both play the demo in turns, through a private PulseAudio, with default
settings, so that nothing is on that isn't on by default. Needs git and a screen, and
that no file of this version changes meanwhile.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from desktop_app.bundled import demo_clips
from tests.fixtures.virtual_microphone import VirtualMicrophone, missing

FIGURES = {
    "painted_s": ("process start to window painted", "s", 1.0),
    "first_genre_s": ("process start to first genre", "s", 1.0),
    "rss_mb": ("resident memory", "MB", 1.0),
    "cpu_share": ("share of a core", "%", 100.0),
}
"""Key of the probe's summary -> description, unit, factor."""
PROBES = ("window_probe", "watched_window")
"""What the module that measures a window is called, newest name first."""
THIS = Path(__file__).parents[2]


def main() -> None:
    """Measure both and print medians, the worst, and the median of the differences."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.versions")
    parser.add_argument("revision", help="of git, such as a tag or a commit")
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--seconds", type=float, default=10.0)
    options = parser.parse_args()
    if absent := missing():
        parser.error(f"install {', '.join(absent)}")
    with tempfile.TemporaryDirectory() as folder:
        earlier = Path(folder)
        archive = subprocess.run(
            ["git", "-C", str(THIS), "archive", options.revision],
            stdout=subprocess.PIPE,
            check=True,
        ).stdout
        subprocess.run(["tar", "-x", "-C", folder], input=archive, check=True)
        server = VirtualMicrophone()
        try:
            os.environ |= server.environment
            # The first start of a version compiles its modules.
            for version in (earlier, THIS):
                _probe(version, 1.0)
            rounds = [
                (_probe(earlier, options.seconds), _probe(THIS, options.seconds))
                for _ in range(options.rounds)
            ]
        finally:
            server.close()
    for key, (what, unit, factor) in FIGURES.items():
        before, now = ([factor * each[which][key] for each in rounds] for which in (0, 1))
        more = median(after - earlier for earlier, after in zip(before, now, strict=True))
        print(
            f"{what}: {options.revision} median {median(before):.2f}, worst {max(before):.2f}; "
            f"this version {median(now):.2f}, worst {max(now):.2f} {unit}; "
            f"more, median of {len(rounds)} rounds: {more:+.2f} {unit}"
        )


def _probe(version: Path, seconds: float) -> dict[str, float]:
    """Run a version's window and return the summary of its probe."""
    modules = version / "desktop_app" / "benchmark"
    probe = next(name for name in PROBES if (modules / f"{name}.py").exists())
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.jsonl"
        subprocess.run(
            [
                sys.executable, "-m", f"desktop_app.benchmark.{probe}", str(time.time()),
                str(seconds), str(report), "--file", str(demo_clips()[-1]),
            ],
            cwd=version,
            env={
                **os.environ, "PYTHONPATH": str(version), "XDG_CONFIG_HOME": folder,
                "XDG_DATA_HOME": folder,
            },
            check=True,
        )  # fmt: skip
        return json.loads(report.read_text(encoding="utf-8").splitlines()[-1])


if __name__ == "__main__":
    main()
