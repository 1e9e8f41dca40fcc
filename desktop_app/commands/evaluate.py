"""``genre-monitor evaluate``: measure a model on labelled music, or write its model card."""

from __future__ import annotations

import argparse
import json
import re
import sys
from pathlib import Path
from typing import Any

import numpy as np

from desktop_app.analysis.gate import SilenceGate
from desktop_app.analysis.offline import STEP_SECONDS, moments
from desktop_app.audio.opening import open_file
from desktop_app.audio.source_error import SourceError
from desktop_app.bundled import model_path
from desktop_app.commands.help_text import WholeNames
from desktop_app.commands.options import Refused, add_model, check_replaceable, output_of, path_of
from desktop_app.commands.problems import tell
from desktop_app.commands.progress import progress
from desktop_app.commands.training_data import files_in, genre_folders
from desktop_app.formatting.reason import reason_of
from desktop_app.formatting.text import message_line
from desktop_app.library.discovery import RULE, Notes
from model import CheckpointError, Classifier, load_classifier
from model.conditions import MICROPHONES, OTHER, named
from model.dataset import NOT_MUSIC
from model.evaluation import Track, report
from model.features import HOP_SAMPLES, SAMPLE_RATE
from resources import OWN_MODEL
from resources.languages import gettext

FIGURES, CONFUSION, RELIABILITY = "evaluation.json", "confusion.png", "reliability.png"
CARD = re.compile(rb"# [^\n]+: model card\r?\n\r?\nClassifies \d+ frames ")
"""How each card has begun so far."""
MEASURED = b'"window_accuracy"'
PNG, MATPLOTLIB = b"\x89PNG", b"Matplotlib version"


def run(arguments: list[str]) -> int:
    """Evaluate a model on a folder with one subfolder of audio files per genre.

    Args:
        arguments: from the command line, without the name of the command.

    Returns:
        The exit status: 1 if some files or folders were skipped.

    Raises:
        Refused: if the model or the music cannot be used, or the results cannot be written.
    """
    parser = command_parser()
    options = parser.parse_args(arguments)
    if options.directory is None and options.card is None:
        parser.error(gettext("DIR or --card FILE is required"))
    if options.output is not None:
        _make(options.output)
    _check_outputs(options)
    path = model_path(options.model) or OWN_MODEL
    try:
        classifier = load_classifier(path)
    except CheckpointError as error:
        raise Refused(str(error)) from error
    if options.card is not None:
        _write_card(classifier, path, options.card)
    return _evaluate(options, classifier) if options.directory is not None else 0


def command_parser() -> argparse.ArgumentParser:
    """Make the parser of the command's arguments."""
    parser = argparse.ArgumentParser(
        prog="genre-monitor evaluate",
        formatter_class=WholeNames,
        description=gettext("Measure a model on labelled music, or write its model card."),
        epilog=gettext(RULE),
    )
    parser.add_argument(
        "directory",
        metavar="DIR",
        nargs="?",
        type=path_of,
        help=gettext(
            "folder with one subfolder of audio files per genre, named after the genre; speech, "
            "noise and the like go into a subfolder named {not_music}"
        ).format(not_music=NOT_MUSIC),
    )
    parser.add_argument(
        "--format",
        choices=("text", "json"),
        default="text",
        help=gettext("output format (default: %(default)s)"),
    )
    parser.add_argument(
        "-o",
        "--output",
        metavar="FOLDER",
        type=output_of,
        help=gettext(
            "also write evaluation.json, confusion.png and reliability.png to this folder"
        ),
    )
    parser.add_argument(
        "--card",
        metavar="FILE",
        type=output_of,
        help=gettext(
            "write the model card in Markdown: training data, cross-validation figures, size and "
            "speed on this computer"
        ),
    )
    add_model(parser)
    return parser


def _check_outputs(options: argparse.Namespace) -> None:
    """Check that what is written replaces nothing but what was written earlier.

    Raises:
        Refused: it would.
    """
    plots = []
    if options.card is not None:
        check_replaceable(options.card, lambda begin: CARD.match(begin) is not None)
        plots.append(_picture(options.card))
    if options.output is not None:
        check_replaceable(options.output / FIGURES, lambda begin: MEASURED in begin)
        plots += [options.output / CONFUSION, options.output / RELIABILITY]
    for plot in plots:
        check_replaceable(plot, lambda begin: begin.startswith(PNG) and MATPLOTLIB in begin)


def _picture(card: Path) -> Path:
    return card.with_suffix(".coverage.png")


def _write_card(classifier: Classifier, path: Path, card: Path) -> None:
    # Imported only here, because importing matplotlib takes longer than evaluating a small folder.
    from desktop_app.commands.model_card import model_card
    from desktop_app.commands.plots import save_coverage

    figures = classifier.notes.get("cross_validation", {})
    # More curves than these could not be told apart.
    part = OTHER if OTHER in figures else next(iter(figures), "")
    conditions = [named(part, microphone) for microphone in ("", *MICROPHONES)]
    # Models trained by earlier versions lack it.
    known = {name: figures[name] for name in conditions if "coverage" in figures.get(name, {})}
    picture = _picture(card)
    try:
        if known:
            save_coverage(known, picture)
        text = model_card(classifier, path, picture.name if known else "")
        card.write_text(text, encoding="utf-8")
    except OSError as error:
        raise Refused(
            gettext("Could not write {card}: {reason}.").format(card=card, reason=reason_of(error))
        ) from error
    print(gettext("Wrote {card}").format(card=card), file=sys.stderr)


def _evaluate(options: argparse.Namespace, classifier: Classifier) -> int:
    if not options.directory.is_dir():
        raise Refused(
            gettext("Could not find the folder {folder}.").format(folder=options.directory)
        )
    try:
        folders = genre_folders(options.directory)
    except OSError as error:
        raise Refused(
            gettext("Could not read {folder}: {reason}.").format(
                folder=options.directory, reason=reason_of(error)
            )
        ) from error
    tracks, problems = _judge(folders, classifier)
    tell(problems)
    if not any(track.genre >= 0 for track in tracks):
        names = ", ".join(classifier.genres)
        raise Refused(
            gettext(
                "{folder} has no music in folders named after the model’s genres: {names}."
            ).format(folder=options.directory, names=names)
        )
    figures = _figures(tracks, classifier)
    text = json.dumps(figures) if options.format == "json" else _text(figures, classifier)
    print(text)
    if options.output is not None:
        try:
            _write(figures, classifier, options.output)
        except OSError as error:
            where = error.filename or options.output
            raise Refused(
                gettext("Could not write {where}: {reason}.").format(
                    where=where, reason=reason_of(error)
                )
            ) from error
    return int(bool(problems))


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Refused(
            gettext("Could not create the folder {folder}: {reason}.").format(
                folder=folder, reason=reason_of(error)
            )
        ) from error


def _write(figures: dict[str, Any], classifier: Classifier, folder: Path) -> None:
    # Imported only here, because importing matplotlib takes longer than evaluating a small folder.
    from desktop_app.commands.plots import save_confusion, save_reliability

    (folder / FIGURES).write_text(json.dumps(figures, indent=1) + "\n")
    save_confusion(figures, classifier.genres, folder / CONFUSION)
    save_reliability(figures, folder / RELIABILITY)


def _judge(folders: list[Path], classifier: Classifier) -> tuple[list[Track], list[str]]:
    files: list[tuple[int, Path]] = []
    problems: list[str] = []
    notes = Notes()
    for folder in folders:
        if folder.name not in (*classifier.genres, NOT_MUSIC):
            problems.append(
                gettext("Skipped {folder}: the model has no genre “{name}”.").format(
                    folder=folder, name=folder.name
                )
            )
            continue
        genre = -1 if folder.name == NOT_MUSIC else classifier.genres.index(folder.name)
        found, unreadable = files_in(folder, notes)
        files += [(genre, path) for path in found]
        problems += unreadable
    if notes.summary:
        print(message_line(notes.summary), file=sys.stderr)
    tracks = []
    for genre, path in progress(files, unit="file"):
        try:
            tracks.append(_track(path, genre, classifier))
        except SourceError as error:
            problems.append(str(error))
    return tracks, problems


def _track(path: Path, genre: int, classifier: Classifier) -> Track:
    file = open_file(path)
    try:
        found = [
            (moment.probabilities, moment.music)
            for moment in moments(file.blocks(), file.rate, classifier, SilenceGate())
            if moment.probabilities is not None
        ]
    finally:
        file.close()
    if not found:
        raise SourceError(gettext("Skipped {path}: it is silent.").format(path=path))
    probabilities, music = zip(*found, strict=True)
    hop_frames = STEP_SECONDS * SAMPLE_RATE / HOP_SAMPLES
    return Track(genre, np.stack(probabilities), np.array(music, np.float32), hop_frames)


def _figures(tracks: list[Track], classifier: Classifier) -> dict[str, Any]:
    """Return ``evaluation.report`` of the music and the shares of windows rejected as not music."""
    music = [track for track in tracks if track.genre >= 0]
    rest = [track for track in tracks if track.genre < 0]

    def refused(part: list[Track]) -> float | None:
        windows = [track.music < classifier.music_threshold for track in part]
        return float(np.concatenate(windows).mean()) if windows else None

    pieces = np.stack([classifier.piece(t.probabilities, t.hop_frames) for t in music])
    sure = pieces.max(axis=1) >= classifier.sure_threshold
    return {
        **report(music, pieces, classifier.genres, sure),
        "music_refused": refused(music),
        "not_music_refused": refused(rest),
    }


def _text(figures: dict[str, Any], classifier: Classifier) -> str:
    def share(name: str) -> str:
        low, high = figures[f"{name}_interval"]
        return f"{figures[name]:.3f}  (95 %: {low:.3f} to {high:.3f})"

    rest = figures["not_music_refused"]
    lines = [
        f"windows correct  {share('window_accuracy')}  of {figures['windows']}",
        f"tracks correct   {share('track_accuracy')}  of {figures['tracks']}",
        f"  by first two   {share('top2_accuracy')}",
        f"  where sure     {share('answered_accuracy')}  of {round(answered)}"
        if (answered := figures["answered"] * figures["tracks"])
        else "  where sure     –  of 0",
        f"ECE              {figures['ece']:.3f}",
        f"rejected as not music: {100 * figures['music_refused']:.1f} % of the music windows"
        + ("" if rest is None else f", {100 * rest:.1f} % of the {NOT_MUSIC} windows"),
        "",
        f"{'genre':12} {'tracks':>6} {'precision':>10} {'recall':>7}",
    ]
    for genre in classifier.genres:
        per = figures["per_genre"][genre]
        precision, recall = (
            "–" if per[name] is None else f"{per[name]:.2f}" for name in ("precision", "recall")
        )
        lines.append(f"{genre:12} {per['tracks']:6} {precision:>10} {recall:>7}")
    return "\n".join(lines)
