"""Cue sheets as an output of ``genre-monitor analyze``."""

from __future__ import annotations

from pathlib import Path

from desktop_app.analysis.cue_sheet import OWN, cue_of
from desktop_app.formatting.line_names import Unnameable
from desktop_app.library.file_analysis import Result
from desktop_app.library.parts_writer import PartsFormat
from desktop_app.library.relative_names import relative_name
from desktop_app.library.writers import ResultNotWritten


def _to_text(result: Result, audio: Path | str, path: Path) -> str:
    try:
        return cue_of(relative_name(audio, path.parent), result.tags, result.segments)
    except Unnameable as error:
        raise ResultNotWritten(f"A cue sheet cannot name {result.file}: {error}.") from error


CUE = PartsFormat(
    name="cue sheet",
    full_name="a cue sheet",
    ending=".cue",
    journal=".genre-monitor.cue.jsonl",
    to_text=_to_text,
    is_own=lambda text: text.startswith(OWN),
)
