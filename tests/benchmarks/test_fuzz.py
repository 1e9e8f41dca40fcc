"""The fuzz command notices what it looks for, and makes each case again from its number."""

import subprocess
import sys
from random import Random

import pytest

from tests.benchmarks.fuzz import child as of_child
from tests.benchmarks.fuzz.child import Child
from tests.benchmarks.fuzz.mutations import mutated

READER = """
import json, os, sys
for line in sys.stdin:
    if "bad" in bytes.fromhex(line.strip()).decode():
        {}
    answer = {{"outcome": "read", "detail": "", "seconds": 0.0, "growth_mb": 0}}
    print(json.dumps(answer), flush=True)
"""
FAULTS = {
    "crash": "os.abort()",
    "hang": "while True: pass",
    "memory": "content = bytearray(600_000_000); content[::4096] = b'x' * 146_485; input()",
    "output": "print('Ooops!', file=sys.stderr, flush=True)",
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_noticed_and_the_next_file_is_read(tmp_path, monkeypatch, fault):
    # Filling the memory takes half a second on a busy machine.
    monkeypatch.setattr(of_child, "SECONDS", 2.0)
    child = Child((sys.executable, "-c", READER.format(FAULTS[fault])))
    try:
        assert not child.read(tmp_path / "good").is_finding
        assert child.read(tmp_path / "bad").kind == fault
        assert child.read(tmp_path / "good").kind == "read"
    finally:
        child.close()


def test_a_case_is_made_again_from_its_number():
    content = bytes(range(256)) * 40 + b"RIFF\0\0\0\0WAVEfmt "
    assert mutated(Random("0 7"), content) == mutated(Random("0 7"), content)
    assert len({mutated(Random(f"0 {number}"), content)[0] for number in range(20)}) > 15


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="how much memory is used is told by Linux")
def test_some_files_of_every_format_are_damaged_and_read(tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.fuzz", "--count", "200", "-o", tmp_path],
        capture_output=True, text=True, timeout=300, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout
    assert "200 files in" in done.stdout
    assert not list(tmp_path.iterdir())
