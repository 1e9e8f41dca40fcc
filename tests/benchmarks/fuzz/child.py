"""Hands files to a process that may crash, hang or fill the memory, and says how it ended."""

from __future__ import annotations

import json
import os
import select
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import psutil

SECONDS = 5.0
"""Of the processor; a machine that is busy with other work is no hang."""
WAITED = 60.0
"""Seconds after which a process that does not use the processor hangs, too."""
GROWTH_MB = 500.0
LOOK_S = 0.05
FILES_EACH = 5_000
"""After which a process is replaced, so that what one file leaves behind is not added up."""
READER = (sys.executable, "-m", "tests.benchmarks.fuzz.reader")


@dataclass(frozen=True)
class Outcome:
    """What became of a file.

    Attributes:
        kind: "read" or "refused"; anything else is a finding: "crash", "hang", "memory",
            "exception", "sentence" (an error that is not one sentence with the file's name) or
            "output" (something was written to the terminal).
        detail: the error, or what the process has written.
        seconds: of the processor.
    """

    kind: str
    detail: str
    seconds: float = 0.0

    @property
    def is_finding(self) -> bool:
        """Whether something has to be mended."""
        return self.kind not in {"read", "refused"}


class Child:
    """Starts the process, and starts another when it has died."""

    def __init__(self, command: Sequence[str] = READER) -> None:
        """Start nothing yet.

        Args:
            command: of a process like ``reader.py``.
        """
        self._command = command
        self._process: subprocess.Popen[bytes] | None = None
        self._said = tempfile.TemporaryFile("a+b")  # noqa: SIM115
        self._files = 0

    def read(self, path: Path) -> Outcome:
        """Let the process read a file."""
        if self._process is None:
            self._start()
        self._files += 1
        process = self._process
        assert process is not None
        assert process.stdin is not None
        process.stdin.write(os.fsencode(path).hex().encode() + b"\n")
        process.stdin.flush()
        outcome = self._await(process)
        if outcome.is_finding or self._files >= FILES_EACH:
            self._end()
        return outcome

    def _start(self) -> None:
        self._said.truncate(0)
        self._process = subprocess.Popen(
            self._command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self._said
        )
        self._files = 0

    def _await(self, process: subprocess.Popen[bytes]) -> Outcome:
        assert process.stdout is not None
        begun, before = time.monotonic(), _used(process.pid)
        while not select.select([process.stdout], [], [], LOOK_S)[0]:
            used = _used(process.pid)
            seconds, growth_mb = used.seconds - before.seconds, used.mb - before.mb
            if self._files > 1 and growth_mb > GROWTH_MB:
                return Outcome("memory", f"{growth_mb:.0f} MB more, not ended", seconds)
            # The import of the libraries is part of the first file's time.
            limit = SECONDS if self._files > 1 else 2 * SECONDS
            if seconds > limit or time.monotonic() - begun > WAITED:
                return Outcome("hang", f"{seconds:.1f} s of the processor, not ended", seconds)
        line = process.stdout.readline()
        if not line:
            status = process.wait()
            return Outcome("crash", f"exit status {status}\n{self._take_said()}")
        answer = json.loads(line)
        kind, detail, seconds = answer["outcome"], answer["detail"], answer["seconds"]
        if said := self._take_said():
            kind, detail = "output", said
        if answer["growth_mb"] > GROWTH_MB:
            kind, detail = "memory", f"{answer['growth_mb']:.0f} MB more; {detail}"
        if seconds > SECONDS:
            kind, detail = "hang", f"{seconds:.1f} s of the processor; {detail}"
        return Outcome(kind, detail, seconds)

    def _take_said(self) -> str:
        self._said.seek(0)
        said = self._said.read().decode(errors="replace").strip()
        # The process appends, so it goes on at the beginning.
        self._said.truncate(0)
        return said

    def _end(self) -> None:
        if self._process is None:
            return
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            assert pipe is not None
            pipe.close()
        self._process = None

    def close(self) -> None:
        """End the process."""
        self._end()
        self._said.close()


@dataclass(frozen=True)
class _Used:
    seconds: float
    mb: float


def _used(pid: int) -> _Used:
    try:
        process = psutil.Process(pid)
        times = process.cpu_times()
        return _Used(times.user + times.system, process.memory_info().rss / 1e6)
    except psutil.NoSuchProcess:
        return _Used(0.0, 0.0)
