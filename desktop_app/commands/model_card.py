"""The model card in Markdown: a model's training data, evaluation figures and limitations.

Everything in it is read from the checkpoint and the measurements stored next to it, or measured
while the card is written.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Mapping, Sequence
from math import prod
from pathlib import Path
from typing import Any

import numpy as np

from desktop_app.commands.card_evaluation import evaluation, main_parts
from desktop_app.commands.markdown_table import markdown_table
from desktop_app.formatting.text import display_name
from model.architecture import Place
from model.checkpoint import load_checkpoint
from model.classifier import Classifier
from model.conditions import OTHER
from model.cross_validation import AMONG_MUSICNN
from model.features import COEFFICIENTS, WINDOW_FRAMES
from model.free_music import PARTS

TIMED_WINDOWS = 2000
POOR_RECALL, CONFUSIONS = 0.4, 6
ABLATION, MUSICNN, TRIED = ".ablation.json", ".musicnn.json", ".tried.md"
"""Suffixes that replace ``.safetensors`` in the names of the files with further measurements."""


def model_card(classifier: Classifier, path: Path, coverage: str) -> str:
    """Write the card of a model.

    Args:
        classifier: the model.
        path: its checkpoint, for its size and the measurements next to it.
        coverage: address of the picture of accuracy against coverage, relative to the card; empty
            if there is none.

    Returns:
        Markdown.
    """
    notes = classifier.notes
    parts = [
        f"# {path.stem}: model card",
        _overview(classifier, path),
        "## Training data",
        _training_data(notes),
        "## Evaluation",
        evaluation(notes, coverage),
    ]
    judged_among = AMONG_MUSICNN in notes.get("cross_validation", {})
    sections: tuple[tuple[str, Callable[[Any], str]], ...] = (
        (ABLATION, _ablation),
        (MUSICNN, lambda measured: _musicnn(measured, judged_among)),
    )
    for suffix, section in sections:
        measured = path.with_name(path.stem + suffix)
        if measured.exists():
            parts.append(section(json.loads(measured.read_text(encoding="utf-8"))))
    tried = path.with_name(path.stem + TRIED)
    if tried.exists():
        parts += ["## What was tried", tried.read_text(encoding="utf-8").strip()]
    parts += ["## Limitations", _limitations(classifier)]
    parts += ["## Reproducing the training", _reproduction(notes)]
    return "\n\n".join(parts) + "\n"


def _overview(classifier: Classifier, path: Path) -> str:
    median, slow = _speed(classifier)
    shown = ", ".join(display_name(genre) for genre in classifier.genres)
    rows = [
        (place.name, " × ".join(map(str, place.output_shape)), _parameters(place) or "–")
        for place in load_checkpoint(path).places
    ]
    return "\n\n".join(
        [
            f"Classifies {WINDOW_FRAMES} frames (2.3 s) of {COEFFICIENTS} MFCC by genre: {shown}."
            + (" Recognises non-music." if classifier.music_threshold else ""),
            f"{path.stat().st_size / 1e6:.2f} MB. Computing one window with all activations on one "
            f"thread takes {median:.2f} ms (median) or {slow:.2f} ms (99th percentile), measured "
            "when this card was written.",
            markdown_table(("layer", "output", "parameters"), rows),
        ]
    )


def _parameters(place: Place) -> int:
    return sum(prod(shape) for name, shape in place.parameters.items() if "running" not in name)


def _speed(classifier: Classifier) -> tuple[float, float]:
    shape = (TIMED_WINDOWS, WINDOW_FRAMES, COEFFICIENTS)
    windows = np.random.default_rng(0).normal(0.0, 30.0, shape)
    milliseconds = []
    for window in windows.astype(np.float32):
        begun = time.perf_counter()
        classifier.look(window, classifier.layers)
        milliseconds.append(1000.0 * (time.perf_counter() - begun))
    return float(np.median(milliseconds)), float(np.quantile(milliseconds, 0.99))


def _training_data(notes: Mapping[str, Any]) -> str:
    origins = notes.get("origins")
    if not origins:
        return "Not recorded in the checkpoint."
    text = markdown_table(
        ("origin", "music recordings", "other recordings", "used for evaluation"),
        [
            (origin, counts["music"], counts["not_music"], counts["sure"])
            for origin, counts in origins.items()
        ],
    )
    paragraphs = []
    if "gtzan" in origins:
        paragraphs.append(
            "*gtzan* is the research corpus of that name: excerpts of ten genres without a "
            "licence, with known duplicates and wrong labels (Sturm, 2013). *other* and *more* "
            "contain the log-mel of well-known recordings, by artists who may or may not be in "
            "GTZAN, and of speech, crowds, weather and machines. None of it is distributed with "
            "the app. Synthetic noise, white to brown, with and without hum, is added to what is "
            "not music."
        )
    if "free" in origins:
        rows = [(part.package, part.genre, part.artist, part.licence) for part in PARTS]
        paragraphs.append(
            "*free* is freely licensed music and speech from Debian packages, labelled by package, "
            "which is reliable enough for training but not for evaluation:"
        )
        paragraphs.append(markdown_table(("package", "genre", "artist", "licence"), rows))
    return "\n\n".join([text, *paragraphs])


def _ablation(measured: Mapping[str, Any]) -> str:
    rows: Sequence[Mapping[str, Any]] = measured["rows"]
    conditions = list(rows[0]["tracks"])
    table = []
    for says in dict.fromkeys(row["says"] for row in rows):
        of = [row["tracks"] for row in rows if row["says"] == says]
        table.append((says, *(_spread([row[c] for row in of]) for c in conditions), len(of)))
    return "\n\n".join(
        ["## Ablation", measured["says"], markdown_table(("", *conditions, "trainings"), table)]
    )


def _spread(values: Sequence[float]) -> str:
    """Return the mean of repeated measurements and its standard error."""
    mean = f"{np.mean(values):.3f}"
    if len(values) < 2:
        return mean
    return f"{mean} ± {np.std(values, ddof=1) / len(values) ** 0.5:.3f}"


def _musicnn(measured: Mapping[str, Any], judged_among: bool) -> str:
    rows = [(row["says"], *row["values"]) for row in measured["rows"]]
    own = "This network's figure on the same recordings is "
    if judged_among:
        own += f"the row *{AMONG_MUSICNN}* above."
    else:
        own += "unknown, because it was not evaluated on these genres alone."
    return "\n\n".join(
        [
            "## Comparison with musicnn",
            measured["says"],
            own,
            markdown_table(measured["columns"], rows),
        ]
    )


def _limitations(classifier: Classifier) -> str:
    figures = classifier.notes.get("cross_validation", {})
    items = []
    for name in main_parts(figures):
        of = figures[name]
        poor = [
            f"{display_name(genre)} ({per['recall']:.2f} of {per['tracks']})"
            for genre, per in of["per_genre"].items()
            if per["recall"] is not None and per["recall"] < POOR_RECALL
        ]
        if poor:
            items.append(f"- Low recall on *{name}*: {', '.join(poor)}.")
        if "confusion" in of:
            confusions = _confusions(np.array(of["confusion"]), classifier.genres)
            items.append(f"- Most frequent confusions on *{name}*: {confusions}.")
    if OTHER in figures:
        clean = figures[OTHER]["track_accuracy"]
        worst = min(of["track_accuracy"] for name, of in figures.items() if name.startswith(OTHER))
        items.append(
            f"- Right about {100 * clean:.0f} % of the recordings of other origin, and about "
            f"{100 * worst:.0f} % through the worst microphone. Expect these figures for your own "
            "music."
        )
    items += [
        f"- Music outside its {len(classifier.genres)} genres is assigned one of them wherever the "
        "model is sure.",
        "- Mixtures of genres, intros and solos: it hears 2.3 s at a time, and no lyrics.",
    ]
    if not classifier.music_threshold:
        items.append("- It cannot recognise non-music.")
    return "\n".join(items)


def _confusions(confusion: Any, genres: Sequence[str]) -> str:
    wrong = confusion - np.diag(np.diag(confusion))
    order = np.argsort(-wrong, axis=None)[:CONFUSIONS]
    pairs = [np.unravel_index(index, wrong.shape) for index in order]
    return ", ".join(
        f"{genres[true]} as {genres[predicted]} ({wrong[true, predicted]})"
        for true, predicted in pairs
        if wrong[true, predicted]
    )


def _reproduction(notes: Mapping[str, Any]) -> str:
    recipe = ", ".join(f"{name} {value:g}" for name, value in notes.get("recipe", {}).items())
    return (
        f"    {notes.get('command', 'unknown')}\n\n"
        f"took {notes.get('minutes', 0):.0f} minutes. The recipe (`model/recipe.py` at that time): "
        f"{recipe}."
        + (
            " `make free-music` collects the free music."
            if "free" in notes.get("origins", {})
            else ""
        )
    )
