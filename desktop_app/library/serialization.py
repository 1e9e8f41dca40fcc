"""Converts results to JSON objects, table rows and readable lines."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from desktop_app.analysis.answer import Answer
from desktop_app.analysis.gate import State
from desktop_app.analysis.segments import objects_of
from desktop_app.formatting.text import clock, visible
from desktop_app.library.earlier_output import PROBABILITY
from desktop_app.library.file_analysis import Result

COLUMNS_BEFORE = ("file", "duration", "genre", "probability")
COLUMNS_AFTER = (
    "segments",
    "title",
    "artist",
    "tagged_genre",
    "error",
    "sure",
    "answer",
    "recorded",
)


def column_names(genres: Sequence[str]) -> list[str]:
    """Names of the columns of :func:`row_of`, with one ``p_GENRE`` per genre."""
    return [*COLUMNS_BEFORE, *(f"{PROBABILITY}{genre}" for genre in genres), *COLUMNS_AFTER]


def row_of(result: Result) -> dict[str, Any]:
    """Convert a result to a table row.

    Returns:
        Column -> value, in the order of :func:`column_names`; None where there is no value.
        ``duration`` is in seconds, ``segments`` a list of the objects of
        :func:`segments.objects_of`, ``recorded`` as ISO 8601.
    """
    named = _named(result.probabilities, result.genres)
    return {
        "file": result.file,
        "duration": round(result.duration_s, 3),
        "genre": result.genre,
        "probability": named[result.genre] if named and result.genre else None,
        **{f"{PROBABILITY}{genre}": named[genre] if named else None for genre in result.genres},
        "segments": objects_of(result.segments),
        "title": result.tags.title,
        "artist": result.tags.artist,
        "tagged_genre": result.tags.genre,
        "error": result.error or None,
        **_said(result.answer),
        "recorded": _recorded(result),
    }


def object_of(result: Result) -> dict[str, Any]:
    """Convert a result to an object for JSON, with everything that is known.

    Returns:
        ``file``; ``duration`` in seconds; ``genre``, the most probable one, None if less than half
        of the windows are music; ``probabilities``, genre -> probability for the whole file, None
        in the same case; ``timeline``, one ``{time, state, probabilities}`` per hop; ``segments``,
        from :func:`segments.objects_of`; ``tags``; ``error``, one sentence if the file is damaged
        or ends early, else None; ``sure``, whether the answer is; ``answer``, its words; both None
        without a genre; ``recorded``, ISO 8601, None if it is not known.
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
        **_said(result.answer),
        "recorded": _recorded(result),
    }


def json_of(result: Result) -> str:
    """Convert a result to JSON on one line."""
    return json.dumps(object_of(result))


def line_of(result: Result) -> str:
    """Convert a result to a readable line: file, duration, answer and probability."""
    answer = result.answer
    words = "no music" if answer is None else answer.words
    percent = "" if answer is None or answer.share is None else f" {100 * answer.share:.0f} %"
    return f"{visible(result.file)}\t{clock(result.duration_s)}\t{words}{percent}"


def _recorded(result: Result) -> str | None:
    return None if result.recorded is None else result.recorded.isoformat()


def _said(answer: Answer | None) -> dict[str, bool | str | None]:
    return {
        "sure": None if answer is None else answer.sure,
        "answer": None if answer is None else answer.words,
    }


def _named(probabilities: Any, genres: Sequence[str]) -> dict[str, float] | None:
    if probabilities is None:
        return None
    pairs = zip(genres, probabilities, strict=True)
    return {genre: round(float(probability), 5) for genre, probability in pairs}
