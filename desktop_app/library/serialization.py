"""Results as text: an object, a row, labels or a line for people."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from desktop_app.analysis.gate import State
from desktop_app.analysis.segments import objects_of
from desktop_app.formatting.text import clock
from desktop_app.library.result import Result

ABOUT = ("file", "duration", "genre", "probability")
AFTER = ("segments", "title", "artist", "tagged_genre", "error")


def columns(genres: Sequence[str]) -> list[str]:
    """The heading of a table of results: what a row of :func:`row_of` holds."""
    return [*ABOUT, *(f"p_{genre}" for genre in genres), *AFTER]


def row_of(result: Result) -> dict[str, Any]:
    """One row a file; None where there is nothing to tell. ``segments`` as a list of objects."""
    shares = _named(result.probabilities, result.genres)
    return {
        "file": result.file,
        "duration": round(result.duration_s, 3),
        "genre": result.genre,
        "probability": shares[result.genre] if shares and result.genre else None,
        **{f"p_{genre}": shares[genre] if shares else None for genre in result.genres},
        "segments": objects_of(result.segments),
        "title": result.tags.title,
        "artist": result.tags.artist,
        "tagged_genre": result.tags.genre,
        "error": result.error or None,
    }


def object_of(result: Result) -> dict[str, Any]:
    """Everything.

    Returns:
        ``file``; ``duration`` in seconds; ``genre``, the leading one, None where less than half of
        the sound is music; ``probabilities``, genre -> mean over the windows of music, None
        likewise; ``timeline``, one ``{time, state, probabilities}`` a hop; ``segments``, see
        :func:`segments.objects_of`; ``tags``; ``error``, None or one sentence if it broke off.
    """
    return {
        "file": result.file,
        "duration": round(result.duration_s, 3),
        "genre": result.genre,
        "probabilities": _named(result.probabilities, result.genres),
        "timeline": [
            {
                "time": round(moment.time_s, 3),
                "state": moment.state.value,
                "probabilities": _named(
                    moment.probabilities if moment.state is State.MUSIC else None, result.genres
                ),
            }
            for moment in result.timeline
        ],
        "segments": objects_of(result.segments),
        "tags": {
            "title": result.tags.title,
            "artist": result.tags.artist,
            "genre": result.tags.genre,
        },
        "error": result.error or None,
    }


def json_of(result: Result) -> str:
    """:func:`object_of` on one line."""
    return json.dumps(object_of(result))


def line_of(result: Result) -> str:
    """A line to read: file, length, genre and probability."""
    shares = _named(result.probabilities, result.genres)
    genre = result.genre
    answer = f"{genre} {100 * shares[genre]:.0f} %" if shares and genre else "no music"
    name = result.file.replace("\n", "\\n")
    return f"{name}\t{clock(result.duration_s)}\t{answer}"


def _named(probabilities: Any, genres: Sequence[str]) -> dict[str, float] | None:
    if probabilities is None:
        return None
    shares = zip(genres, probabilities, strict=True)
    return {genre: round(float(share), 5) for genre, share in shares}
