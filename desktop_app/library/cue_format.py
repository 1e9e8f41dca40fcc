"""Cue sheets as an output of ``genre-monitor analyze``."""

from __future__ import annotations

from pathlib import Path

from desktop_app.analysis.cue_sheet import OWN, cue_of
from desktop_app.formatting.line_names import Unnameable
from desktop_app.library.file_analysis import Result
from desktop_app.library.parts_writer import PartsFormat
from desktop_app.library.relative_names import relative_name
from desktop_app.library.writers import ResultNotWritten
from resources.languages import N_, gettext


def _to_text(result: Result, audio: Path | str, path: Path) -> str:
    try:
        return cue_of(relative_name(audio, path.parent), result.tags, result.segments)
    except Unnameable as error:
        raise ResultNotWritten(
            gettext("A cue sheet cannot name {file}: {error}.").format(
                file=result.file, error=error
            )
        ) from error


CUE = PartsFormat(
    name=N_("cue sheet"),
    full_name=N_("a cue sheet"),
    ending=".cue",
    journal=".genre-monitor.cue.jsonl",
    to_text=_to_text,
    is_own=lambda text: text.startswith(OWN),
)
