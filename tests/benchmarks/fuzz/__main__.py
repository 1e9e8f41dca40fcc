"""Opens, seeks and reads damaged files of every format, each within 5 s and 500 MB.

``nice -n 15 python -m tests.benchmarks.fuzz --count 100000``, on Linux. What crashes, hangs, fills
the memory, raises anything but a sentence for the user, or writes to the terminal is kept, named
after the case: ``--first CASE --count 1`` makes it again. The exit status is 1 if there was any.
"""

from __future__ import annotations

import argparse
import os
import re
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from random import Random

from tests.benchmarks.fuzz.child import Child, Outcome
from tests.benchmarks.fuzz.mutations import mutated
from tests.benchmarks.fuzz.originals import write_originals

KEPT_OF_A_KIND = 5
REPORT_S = 60.0
OTHER_EXTENSION = 0.02
"""Share of the files that get the extension of another format."""


def main() -> int:
    """Damage files and read them; return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=1000, help="number of files (1000)")
    parser.add_argument("--first", type=int, default=0, help="number of the first one (0)")
    parser.add_argument("--seed", type=int, default=0, help="another one makes other files (0)")
    parser.add_argument("--only", default="", help="formats whose names contain this")
    parser.add_argument(
        "-o", "--output", type=Path, default=Path("build/fuzz"),
        help="folder for the files found (build/fuzz)",
    )  # fmt: skip
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        return _run(arguments, Path(folder))


def _run(arguments: argparse.Namespace, folder: Path) -> int:
    (folder / "originals").mkdir()
    paths, missing = write_originals(folder / "originals")
    originals = [(path.name, path.read_bytes()) for path in paths if arguments.only in path.name]
    print(f"{len(originals)} kinds of files; not available here: {', '.join(missing) or 'none'}")
    child, begun, told = Child(), time.monotonic(), time.monotonic()
    outcomes: Counter[str] = Counter()
    found: Counter[str] = Counter()
    longest = 0.0
    for number in range(arguments.first, arguments.first + arguments.count):
        name, content, done = _case(arguments.seed, number, originals)
        path = folder / name
        path.write_bytes(content)
        outcome = child.read(path)
        outcomes[outcome.kind] += 1
        longest = max(longest, outcome.seconds)
        if outcome.is_finding:
            kind = _sort(outcome, path)
            found[kind] += 1
            if found[kind] <= KEPT_OF_A_KIND:
                _keep(arguments.output, arguments.seed, number, name, content, outcome)
                print(f"{number} {name} ({', '.join(done)}): {kind}", flush=True)
        path.unlink()
        if time.monotonic() - told > REPORT_S:
            told = time.monotonic()
            print(f"{number + 1 - arguments.first} files: {dict(outcomes)}", flush=True)
    child.close()
    took = time.monotonic() - begun
    print(f"{arguments.count} files in {took:.0f} s: {dict(outcomes)}; longest {longest:.1f} s")
    for kind, count in found.most_common():
        print(f"{count:6}  {kind}")
    return int(bool(found))


def _case(
    seed: int, number: int, originals: list[tuple[str, bytes]]
) -> tuple[str, bytes, list[str]]:
    # From the number alone, so that one case can be made again.
    random = Random(f"{seed} {number}")
    name, content = random.choice(originals)
    damaged, done = mutated(random, content)
    if random.random() < OTHER_EXTENSION:
        other, _ = random.choice(originals)
        name = f"{os.path.splitext(name)[0]}{os.path.splitext(other)[1]}"
    return name, damaged, done


def _sort(outcome: Outcome, path: Path) -> str:
    """What findings of one cause have in common."""
    if outcome.kind in {"hang", "memory"}:
        return f"{outcome.kind}: {path.suffix}"
    lines = outcome.detail.replace(str(path), "FILE").splitlines() or [""]
    if outcome.kind == "exception":
        return f"exception: {lines[-1][:100]}, {lines[-2].strip()}"
    # Numbers in it, such as offsets, differ from file to file.
    return f"{outcome.kind}: {re.sub('[0-9A-F]{2,}', '…', lines[0][:100])}"


def _keep(
    folder: Path, seed: int, number: int, name: str, content: bytes, outcome: Outcome
) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{seed}-{number}-{name}"
    path.write_bytes(content)
    path.with_name(f"{path.name}.txt").write_text(f"{outcome.kind}\n{outcome.detail}\n")


if __name__ == "__main__":
    sys.exit(main())
