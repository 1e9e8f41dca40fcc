"""The parts of an audio file as a cue sheet, with which players jump from part to part."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from desktop_app.analysis.segments import Segment
from desktop_app.audio.decoder import Tags
from desktop_app.formatting.line_names import Unnameable, nameable
from desktop_app.formatting.text import display_name, one_line
from resources.languages import gettext

FRAMES_PER_S = 75
"""The unit of a cue sheet's times, from the compact disc."""
TYPES = {".mp3": "MP3", ".aif": "AIFF", ".aiff": "AIFF"}
"""How a cue sheet calls a format; all others are a wave."""
OWN = 'REM COMMENT "genre-monitor analyze"\n'
"""First line, by which a cue sheet is known to have been written here."""


def cue_of(name: str, tags: Tags, parts: Sequence[Segment]) -> str:
    """Write a cue sheet of one audio file.

    Args:
        name: of the audio file, as the cue sheet is to name it.
        tags: its title and artist.
        parts: with a track for each, titled by its genre; without any, there is one track.

    Raises:
        Unnameable: the name does not fit into a cue sheet.
    """
    if '"' in nameable(name):
        raise Unnameable(gettext("its name contains a quotation mark"))
    tracks = [(part.start_s, display_name(part.label)) for part in parts]
    title = tags.title or Path(name).stem
    lines = [
        f"PERFORMER {_quoted(tags.artist)}" if tags.artist else "",
        f"TITLE {_quoted(title)}",
        f'FILE "{name}" {TYPES.get(Path(name).suffix.lower(), "WAVE")}',
    ]
    for number, (start_s, words) in enumerate(tracks or [(0.0, title)], 1):
        lines += [
            f"  TRACK {number:02} AUDIO",
            f"    TITLE {_quoted(words)}",
            f"    INDEX 01 {_time(start_s)}",
        ]
    return OWN + "".join(f"{line}\n" for line in lines if line)


def _quoted(text: str) -> str:
    # A cue sheet knows no way to write a quotation mark within a text.
    return f'"{one_line(text).replace(chr(34), chr(39))}"'


def _time(seconds: float) -> str:
    """Minutes, of which there may be more than 99, seconds and frames."""
    frames = round(seconds * FRAMES_PER_S)
    return (
        f"{frames // FRAMES_PER_S // 60:02}:{frames // FRAMES_PER_S % 60:02}:"
        f"{frames % FRAMES_PER_S:02}"
    )
