"""The process that reads damaged files: one path per line in, one JSON object per line out.

It is started by ``child.py`` and replaced when it dies.
"""

from __future__ import annotations

import contextlib
import faulthandler
import json
import os
import resource
import sys
import time
import traceback
from pathlib import Path

from desktop_app.audio.files import AudioFile
from desktop_app.audio.source_error import SourceError

BLOCK = 16_384
MARGIN_BYTES = 12_000_000_000
"""Address space beyond what the process starts with: for more a library gets an error."""


def read(path: Path) -> None:
    """Do with a file what the window and the commands do.

    Raises:
        SourceError: as for AudioFile.
        AssertionError: what came back is not what is promised.
    """
    file = AudioFile(path)
    try:
        assert file.frames >= 0
        _read(file, 3)
        for share in (0.6, 0.1, 1.0, 0.0):
            with contextlib.suppress(SourceError):
                file.seek(share * file.duration_s)
            with contextlib.suppress(SourceError):
                _read(file, 3)
        file.seek(0.0)
        while _read(file, 1):
            pass
        assert isinstance(file.fault, str)
    finally:
        file.close()


def _read(file: AudioFile, blocks: int) -> bool:
    for _ in range(blocks):
        block = file.read(BLOCK)
        assert block.dtype == "float32"
        assert block.ndim == 2
        assert block.shape[1] == file.channels
        assert len(block) <= BLOCK
        if not len(block):
            return False
    return True


def attempt(path: Path) -> dict[str, object]:
    """Read a file and say what happened: its ``outcome``, ``detail``, seconds and growth in MB."""
    begun, before = time.process_time(), _begin_peak()
    outcome, detail = "read", ""
    try:
        read(path)
    except SourceError as error:
        outcome, detail = "refused", str(error)
        if str(path) not in detail or len(detail.splitlines()) != 1:
            outcome = "sentence"
    except BaseException:
        outcome, detail = "exception", traceback.format_exc()
    return {
        "outcome": outcome,
        "detail": detail,
        "seconds": time.process_time() - begun,
        "growth_mb": _peak_mb() - before,
    }


def _begin_peak() -> float:
    # Source: man 5 proc, /proc/pid/clear_refs.
    Path("/proc/self/clear_refs").write_text("5")
    return _peak_mb()


def _peak_mb() -> float:
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) / 1000
    raise OSError("The system does not say how much memory is used.")


def main() -> None:
    """Read the files whose paths come in."""
    faulthandler.enable()
    size = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (size + MARGIN_BYTES,) * 2)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    # What a library writes to standard output must not come between the answers.
    answers = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)
    for line in sys.stdin:
        answer = attempt(Path(os.fsdecode(bytes.fromhex(line.strip()))))
        print(json.dumps(answer), file=answers, flush=True)


if __name__ == "__main__":
    main()
