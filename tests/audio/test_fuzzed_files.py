"""Damaged audio files and models: a one-sentence error, no crash, no hang, no file written.

GENRE_MONITOR_FUZZ sets the number of examples of each; for a long run:
``GENRE_MONITOR_FUZZ=10000 .venv/bin/pytest tests/audio/test_fuzzed_files.py``.
"""

import os
import tempfile
import time
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop_app.audio.files import AudioFile
from desktop_app.audio.source_error import SourceError
from model.classifier import load_classifier
from model.model_errors import CheckpointError
from resources import resource
from tests.fixtures.encoded import CODECS, encode
from tests.fixtures.files import write

COUNT = int(os.environ.get("GENRE_MONITOR_FUZZ", "40"))
LONGEST_S = 5.0
ENDINGS = ("wav", "flac", "ogg", "mp3", "aiff", "m4a", "aac", "wma", "mka", "avi")
HEADER = 512

fuzzed = settings(
    max_examples=COUNT,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
changes = st.lists(
    st.tuples(st.integers(0, HEADER - 1), st.integers(0, 255)), min_size=1, max_size=12
)
cuts = st.one_of(st.none(), st.integers(1, 200_000))


@cache
def whole(ending: str) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"x.{ending}"
        return (encode if path.name in CODECS else write)(path, 2.6).read_bytes()


def damaged(content: bytes, places: list[tuple[int, int]], cut: int | None) -> bytes:
    out = bytearray(content)
    for place, value in places:
        out[place % len(out)] = value
    return bytes(out[:cut])


def read(path: Path) -> None:
    file = AudioFile(path)
    try:
        for _ in range(40):
            if not len(file.read(4096)):
                break
    finally:
        file.close()


def error_message(attempt: Callable[[], object]) -> str:
    """The error message, empty without one; unexpected exceptions pass through."""
    try:
        attempt()
    except (SourceError, CheckpointError) as error:
        return str(error)
    return ""


@pytest.mark.parametrize("ending", ENDINGS)
@fuzzed
@given(places=changes, cut=cuts)
def test_a_damaged_audio_file_is_read_or_reported(tmp_path, ending, places, cut):
    path = tmp_path / f"x.{ending}"
    path.write_bytes(damaged(whole(ending), places, cut))
    begun = time.monotonic()
    message = error_message(lambda: read(path))
    assert not message or (str(path) in message and len(message.splitlines()) == 1)
    assert time.monotonic() - begun < LONGEST_S
    assert [found.name for found in tmp_path.iterdir() if found.is_file()] == [path.name]


@fuzzed
@given(places=changes, cut=cuts)
def test_a_damaged_model_is_loaded_or_reported(tmp_path, places, cut):
    path = tmp_path / "x.safetensors"
    path.write_bytes(damaged(resource("weights/course.safetensors").read_bytes(), places, cut))
    begun = time.monotonic()
    message = error_message(lambda: load_classifier(path))
    assert not message or str(path) in message
    assert time.monotonic() - begun < LONGEST_S
    assert [found.name for found in tmp_path.iterdir() if found.is_file()] == [path.name]
