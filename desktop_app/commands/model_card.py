"""The model card: what a model was trained on, what it is worth and what it is bad at, in Markdown.

Everything in it is read from the checkpoint and from the measurements that lie beside it, or is
measured while it is written.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from math import prod
from pathlib import Path
from typing import Any

import numpy as np

from desktop_app.formatting.text import display_name
from model.architecture import Place
from model.checkpoint import load_checkpoint
from model.classifier import Classifier
from model.cross_validation import AMONG_MUSICNN
from model.features import COEFFICIENTS, WINDOW_FRAMES
from model.free_music import PARTS

LOOKS = 2000
POOR, CONFUSIONS = 0.4, 6
ABLATION, LOG_MEL, MUSICNN, TRIED = ".ablation.json", ".log-mel.json", ".musicnn.json", ".tried.md"
"""What is known of a model besides is called like it, with these in place of ``.safetensors``."""

Row = Sequence[Any]


def model_card(classifier: Classifier, path: Path) -> str:
    """Describe a model.

    Args:
        classifier: the model.
        path: its checkpoint, for its size and the measurements beside it.
    """
    notes = classifier.notes
    parts = [
        f"# {path.stem}: model card",
        _what_it_is(classifier, path),
        "## What it was trained on",
        _data(notes),
        "## What it is worth",
        _worth(notes),
    ]
    judged_among = AMONG_MUSICNN in notes.get("cross_validation", {})
    sections: tuple[tuple[str, Callable[[Any], str]], ...] = (
        (ABLATION, _ablation),
        (LOG_MEL, _log_mel),
        (MUSICNN, lambda measured: _musicnn(measured, judged_among)),
    )
    for suffix, section in sections:
        measured = path.with_name(path.stem + suffix)
        if measured.exists():
            parts.append(section(json.loads(measured.read_text(encoding="utf-8"))))
    tried = path.with_name(path.stem + TRIED)
    if tried.exists():
        parts += ["## What was tried", tried.read_text(encoding="utf-8").strip()]
    parts += ["## What it is bad at", _bad_at(classifier), "## Training it again", _again(notes)]
    return "\n\n".join(parts) + "\n"


def _what_it_is(classifier: Classifier, path: Path) -> str:
    median, slow = _speed(classifier)
    shown = ", ".join(display_name(genre) for genre in classifier.genres)
    rows = [
        (place.name, " × ".join(map(str, place.output_shape)), _learnt(place) or "–")
        for place in load_checkpoint(path).places
    ]
    return "\n\n".join(
        [
            f"Names the genre of {WINDOW_FRAMES} frames (2.3 s) of {COEFFICIENTS} MFCC: {shown}."
            + (" Says when it hears no music." if classifier.music_threshold else ""),
            f"{path.stat().st_size / 1e6:.2f} MB; one window with every activation, on one thread, "
            f"takes {median:.2f} ms (median) and {slow:.2f} ms (99 of 100), measured when this "
            "was written.",
            _markdown(("layer", "output", "parameters"), rows),
        ]
    )


def _learnt(place: Place) -> int:
    return sum(prod(shape) for name, shape in place.parameters.items() if "running" not in name)


def _speed(classifier: Classifier) -> tuple[float, float]:
    windows = np.random.default_rng(0).normal(0.0, 30.0, (LOOKS, WINDOW_FRAMES, COEFFICIENTS))
    took = []
    for window in windows.astype(np.float32):
        begun = time.perf_counter()
        classifier.look(window, classifier.layers)
        took.append(1000.0 * (time.perf_counter() - begun))
    return float(np.median(took)), float(np.quantile(took, 0.99))


def _data(notes: Mapping[str, Any]) -> str:
    origins = notes.get("origins")
    if not origins:
        return "The checkpoint doesn't say."
    text = _markdown(
        ("origin", "recordings of music", "of no music", "judged by"),
        [
            (origin, counts["music"], counts["not_music"], counts["sure"])
            for origin, counts in origins.items()
        ],
    )
    said = []
    if "gtzan" in origins:
        said.append(
            "*gtzan* is the research corpus of that name: excerpts of ten genres without a "
            "licence, with known repetitions and wrong labels (Sturm, 2013). *other* are log-mel "
            "of recordings that people know, by artists who need not be in GTZAN, and of speech, "
            "crowds, weather and machines. Neither comes with the app. Added to what is no music: "
            "made noise, white to brown, with and without hum."
        )
    if "free" in origins:
        rows = [(part.package, part.genre, part.artist, part.licence) for part in PARTS]
        said.append(
            "*free* is free music and speech out of Debian's packages, labelled by package, "
            "which is good enough to learn from and not to judge by:"
        )
        said.append(_markdown(("package", "genre", "artist", "licence"), rows))
    return "\n\n".join([text, *said])


def _worth(notes: Mapping[str, Any]) -> str:
    figures = notes.get("cross_validation")
    if not figures:
        return "It was not cross-validated, so nothing is known of it."
    rows = [
        (
            name,
            _share(of, "window_accuracy"),
            f"{of['mean']:.3f} ± {of['spread']:.3f}",
            _share(of, "track_accuracy"),
            _share(of, "ece"),
            of["tracks"],
        )
        for name, of in figures.items()
    ]
    heads = ("condition", "windows right", "by fold", "recordings right", "ECE", "recordings")
    parts = [
        "Cross-validated: every recording is judged by a model that has met neither it nor its "
        "duplicates nor, where artists are known, its artist; the temperature and the threshold "
        "for what is no music come from the other folds. Longer recordings are judged by their "
        "middle 20 s, of which the genre is that of the mean log probability. *Microphone* is a "
        "simulated room, a band of 120 to 8000 Hz and pink noise at 15 dB. In brackets: 95 % "
        "intervals, from resampling recordings.",
        _markdown(heads, rows),
    ]
    if refused := notes.get("refused"):
        compared = notes.get("refused_at_5", {})
        shares = [
            (name, _share(of, "share"), _share(compared[name], "share") if compared else "–")
            for name, of in refused.items()
        ]
        shown = ("refused as not music", "share of windows", "where 5 % of the music is refused")
        parts.append(_markdown(shown, shares))
    if scales := notes.get("calibration"):
        conditions = list(next(iter(scales.values()))["ece"])
        rows = [
            (name, f"{of['temperature']:.2f}", *(f"{of['ece'][c]:.3f}" for c in conditions))
            for name, of in scales.items()
        ]
        parts += [
            "One temperature has to serve all music. What the ECE would be with one that was "
            "fitted to a single condition:",
            _markdown(("fitted to", "temperature", *conditions), rows),
        ]
    for name, of in figures.items():
        per = of["per_genre"]
        rows = [
            (display_name(genre), *(_number(per[genre][key]) for key in ("precision", "recall")),
             per[genre]["tracks"])
            for genre in per
        ]  # fmt: skip
        if name in ("gtzan", "other", "own"):
            parts += [
                f"By genre, *{name}*, recordings:",
                _markdown(("genre", "precision", "recall", "recordings"), rows),
            ]
    return "\n\n".join(parts)


def _ablation(measured: Mapping[str, Any]) -> str:
    rows: Sequence[Mapping[str, Any]] = measured["rows"]
    names = dict.fromkeys(row["says"] for row in rows)
    conditions = list(rows[0]["windows"])
    table = []
    for says in names:
        of = [row for row in rows if row["says"] == says]
        table.append(
            (
                says,
                *(f"{np.mean([row['windows'][c] for row in of]):.3f}" for c in conditions),
                *(f"{np.mean([row['refused'][c] for row in of]):.3f}" for c in of[0]["refused"]),
            )
        )
    return "\n\n".join(
        [
            "## What each ingredient brings",
            f"{measured['says']} Share of windows right, and of what is no music refused where 5 % "
            f"of the music is; {_folds(rows)}, one run each, so differences under 0.03 say little. "
            "Judged by the genres of GTZAN alone, which every variant has met.",
            _markdown(("", *conditions, *rows[0]["refused"]), table),
        ]
    )


def _folds(rows: Sequence[Mapping[str, Any]]) -> str:
    numbers = sorted({row["fold"] + 1 for row in rows})
    return f"fold{'s' if len(numbers) > 1 else ''} {' and '.join(map(str, numbers))} of five"


def _log_mel(rows: Sequence[Mapping[str, Any]]) -> str:
    conditions = list(rows[0]["windows"])
    table = [
        (row["says"], row["fold"] + 1, *(f"{row['windows'][name]:.3f}" for name in conditions))
        for row in rows
    ]
    return "\n\n".join(
        [
            "## Are thirteen coefficients the limit?",
            f"The same training, {rows[0]['steps']} steps, and the same kernels on the 128-band "
            "log-mel that the coefficients are made of. Share of windows right, one run a row:",
            _markdown(("input", "fold", *conditions), table),
        ]
    )


def _musicnn(measured: Mapping[str, Any], judged_among: bool) -> str:
    rows = [(row["says"], *row["values"]) for row in measured["rows"]]
    own = "This network's own figure on the same recordings is "
    if judged_among:
        own += f"the row *{AMONG_MUSICNN}* above."
    else:
        own += "not known: it was never judged among these genres alone."
    return "\n\n".join(
        ["## Beside musicnn", measured["says"], own, _markdown(measured["columns"], rows)]
    )


def _bad_at(classifier: Classifier) -> str:
    figures = classifier.notes.get("cross_validation", {})
    said = []
    for name in [name for name in ("gtzan", "other", "own") if name in figures]:
        of = figures[name]
        poor = [
            f"{display_name(genre)} ({per['recall']:.2f} of {per['tracks']})"
            for genre, per in of["per_genre"].items()
            if per["recall"] is not None and per["recall"] < POOR
        ]
        if poor:
            said.append(f"- On *{name}* it misses most of {', '.join(poor)}.")
        if "confusion" in of:
            taken = _taken(np.array(of["confusion"]), classifier.genres)
            said.append(f"- What it takes for what most often, on *{name}*: {taken}.")
    if "gtzan" in figures and "other" in figures:
        lost = figures["gtzan"]["mean"] - figures["other"]["mean"]
        said.append(
            f"- Music that isn't GTZAN's: {100 * lost:.0f} points fewer of its windows are right. "
            "That is the figure to expect of one's own music."
        )
    said += [
        f"- Anything but its {len(classifier.genres)} genres, which get one of them all the same.",
        "- Mixtures of genres, intros and solos: it hears 2.3 s, and no words.",
    ]
    if not classifier.music_threshold:
        said.append("- It doesn't know what is no music.")
    return "\n".join(said)


def _taken(confusion: Any, genres: Sequence[str]) -> str:
    wrong = confusion - np.diag(np.diag(confusion))
    order = np.argsort(-wrong, axis=None)[:CONFUSIONS]
    pairs = [np.unravel_index(index, wrong.shape) for index in order]
    return ", ".join(
        f"{genres[true]} for {genres[named]} ({wrong[true, named]})"
        for true, named in pairs
        if wrong[true, named]
    )


def _again(notes: Mapping[str, Any]) -> str:
    minutes = [notes.get(key) for key in ("minutes_cross_validation", "minutes_final")]
    took = sum(value for value in minutes if value)
    recipe = ", ".join(f"{name} {value:g}" for name, value in notes.get("recipe", {}).items())
    return (
        f"    {notes.get('command', 'unknown')}\n\n"
        f"took {took:.0f} minutes, on two cores where it comes with the app. The recipe "
        f"(`model/recipe.py` as it was then): {recipe}."
        + (
            " The free music comes from `make free-music`."
            if "free" in notes.get("origins", {})
            else ""
        )
    )


def _share(of: Mapping[str, Any], name: str) -> str:
    interval = of.get(f"{name}_interval")
    return f"{of[name]:.3f}" + (f" ({interval[0]:.3f} to {interval[1]:.3f})" if interval else "")


def _number(value: float | None) -> str:
    return "–" if value is None else f"{value:.2f}"


def _markdown(heads: Sequence[str], rows: Iterable[Row]) -> str:
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join("| " + " | ".join(map(str, line)) + " |" for line in lines)
