"""``genre-monitor analyze``: the genres of audio files, without a window."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from desktop_app.analysis.gate import SilenceGate, State
from desktop_app.analysis.offline import Moment, moments
from desktop_app.analysis.smoothing import MUSIC_SHARE
from desktop_app.audio.errors import SourceError
from desktop_app.audio.files import AudioFile
from desktop_app.commands.options import Refused, add_model
from desktop_app.models import model_path
from desktop_app.words import clock
from model import CheckpointError, Classifier, load_classifier
from model.features import FloatArray


def run(arguments: list[str]) -> int:
    """Analyse files, one result a file a line, in the order given.

    Returns:
        The exit status: 1 if some files could not be analysed to their end.
    """
    parser = argparse.ArgumentParser(
        prog="genre-monitor analyze",
        description="Name the genre of audio files, twice a second and of the whole.",
    )
    parser.add_argument("files", metavar="FILE", nargs="+", type=Path)
    parser.add_argument(
        "--format",
        choices=("text", "json"),
        default="text",
        help="text: a line a file to read; json: an object a file a line, with the timeline",
    )
    add_model(parser)
    options = parser.parse_args(arguments)
    try:
        classifier = load_classifier(model_path(options.model))
    except CheckpointError as error:
        raise Refused(str(error)) from error
    failed = False
    for path in options.files:
        try:
            result = analyze(path, classifier)
        except SourceError as error:
            failed = True
            print(f"genre-monitor: {error}", file=sys.stderr)
            continue
        if result["error"]:
            failed = True
            print(f"genre-monitor: {result['error']}", file=sys.stderr)
        print(json.dumps(result) if options.format == "json" else _line(result), flush=True)
    return int(failed)


def analyze(path: Path, classifier: Classifier) -> dict[str, Any]:
    """Analyse one file.

    Returns:
        ``file``; ``duration`` in seconds; ``genre``, the leading one, None where less than half of
        the sound is music; ``probabilities``, genre -> mean over the windows of music, None
        likewise; ``timeline``, one ``{time, state, probabilities}`` every half second of sound;
        ``error``, None or one sentence if the file broke off, in which case the rest is of what
        came before.

    Raises:
        SourceError: it can't be opened, or is shorter than one window.
    """
    file = AudioFile(path)
    timeline: list[Moment] = []
    problem = None
    try:
        for moment in moments(file.blocks(), file.rate, classifier, SilenceGate()):
            timeline.append(moment)
    except SourceError as error:
        problem = str(error)
    finally:
        file.close()
    mean = _mean(timeline)
    return {
        "file": str(path),
        "duration": round(file.duration_s, 3),
        "genre": None if mean is None else classifier.genres[int(mean.argmax())],
        "probabilities": _named(mean, classifier.genres),
        "timeline": [
            {
                "time": round(moment.time_s, 3),
                "state": moment.state.value,
                "probabilities": _named(
                    moment.probabilities if moment.state is State.MUSIC else None,
                    classifier.genres,
                ),
            }
            for moment in timeline
        ],
        "error": problem,
    }


def _mean(timeline: Sequence[Moment]) -> FloatArray | None:
    heard = [(m.state, m.probabilities) for m in timeline if m.probabilities is not None]
    music = [probabilities for state, probabilities in heard if state is State.MUSIC]
    enough = len(music) > 0 and len(music) >= MUSIC_SHARE * len(heard)
    return np.asarray(np.mean(music, axis=0)) if enough else None


def _named(probabilities: Any, genres: Sequence[str]) -> dict[str, float] | None:
    if probabilities is None:
        return None
    shares = zip(genres, probabilities, strict=True)
    return {genre: round(float(share), 5) for genre, share in shares}


def _line(result: dict[str, Any]) -> str:
    genre, probabilities = result["genre"], result["probabilities"]
    answer = f"{genre} {100 * probabilities[genre]:.0f} %" if genre else "no music"
    return f"{result['file']}\t{clock(result['duration'])}\t{answer}"
