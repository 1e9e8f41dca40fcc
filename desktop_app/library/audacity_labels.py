"""The parts of an audio file as a label track for Audacity."""

from __future__ import annotations

import re

from desktop_app.analysis.segments import labels_of
from desktop_app.library.parts_writer import PartsFormat
from resources.languages import N_

LABEL = re.compile(r"\d+\.\d{6}\t\d+\.\d{6}\t[^\t]+")


def _is_own(text: str) -> bool:
    return all(LABEL.fullmatch(line) for line in text.splitlines())


LABELS = PartsFormat(
    name=N_("labels"),
    full_name=N_("Audacity labels"),
    ending=".txt",
    journal=".genre-monitor.jsonl",
    to_text=lambda result, _audio, _path: labels_of(result.segments),
    is_own=_is_own,
)
