"""The parts of an audio file as a label track for Audacity."""

from __future__ import annotations

from desktop_app.analysis.segments import labels_of
from desktop_app.formatting.label_track import is_label_track
from desktop_app.library.parts_writer import PartsFormat
from resources.languages import N_

LABELS = PartsFormat(
    name=N_("labels"),
    full_name=N_("Audacity labels"),
    ending=".txt",
    journal=".genre-monitor.jsonl",
    to_text=lambda result, _audio, _path: labels_of(result.segments),
    is_own=is_label_track,
)
