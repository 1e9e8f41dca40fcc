"""``genre-monitor train``: measure a recipe by cross-validation, then train the model to use."""

from __future__ import annotations

import argparse
import os
import shlex
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from tqdm import tqdm

from desktop_app.commands.options import Refused
from desktop_app.commands.pictures import save_confusion
from desktop_app.commands.recordings import load
from model.architecture import ARCHITECTURES
from model.checkpoint import save_checkpoint
from model.dataset import NOT_MUSIC, Recording
from model.evaluation import report
from model.protocol import Outcome, by_origin, cross_validate, judge
from model.recipe import Recipe
from model.training import Progress, Sources, train


def run(arguments: list[str]) -> int:
    """Train and write a checkpoint.

    Returns:
        The exit status: 1 if some files were left out.
    """
    options = _options(arguments)
    _check_output(options.output)
    recipe = replace(Recipe(), steps=options.steps, seed=options.seed)
    architecture = ARCHITECTURES[options.network]
    recordings, problems = load(options.data)
    genres = sorted({recording.genre for recording in recordings} - {NOT_MUSIC})
    notes: dict[str, Any] = {
        "command": shlex.join(["genre-monitor", "train", *arguments]),
        "network": options.network,
        "recipe": asdict(recipe),
    }
    temperature, threshold = 1.0, 0.0
    own, other = by_origin(recordings, genres)
    folds = min(options.folds, _fewest(own))
    if folds < options.folds:
        print(f"A genre has only {folds} tracks or artists, so there are {folds} folds.")
    if folds:
        begun = time.monotonic()
        try:
            outcome = cross_validate(
                recordings,
                genres,
                architecture,
                recipe,
                folds,
                lambda fold: _bar(f"fold {fold + 1} of {folds}", recipe.steps),
                _print_fold,
            )
        except ValueError as error:
            raise Refused(f"The music can't be split into folds: {error}.") from error
        temperature, threshold = outcome.temperature, outcome.music_threshold or 0.0
        notes["refused"] = outcome.refused
        notes["cross_validation"] = _without_tables(outcome)
        notes["summary"] = _summary(outcome, folds)
        notes["minutes_cross_validation"] = round((time.monotonic() - begun) / 60, 1)
        print(_table(outcome))
    held = held_out(own, genres, options.hold_out)
    begun = time.monotonic()
    kept = [recording for recording in own if recording not in held]
    final = train(Sources(kept, other), genres, architecture, recipe, _bar("final", recipe.steps))
    notes["minutes_final"] = round((time.monotonic() - begun) / 60, 1)
    notes["held_out"] = [recording.key for recording in held]
    if held:
        judged = report(judge(final, held, [], recipe.seed)[held[0].origin], genres)
        notes["held_out_window_accuracy"] = judged["window_accuracy"]
    knows = final.music_threshold is not None
    checkpoint = replace(
        final,
        temperature=temperature,
        music_threshold=threshold if knows else None,
        notes=notes,
    )
    try:
        save_checkpoint(checkpoint, options.output)
    except OSError as error:
        raise Refused(f"{options.output} can't be written: {error.strerror}.") from error
    print(f"{options.output} written")
    if folds:
        # After the model: a picture that can't be written must not cost it.
        picture = options.output.with_suffix(".confusion.png")
        try:
            save_confusion(next(iter(outcome.figures.values())), genres, picture)
            print(f"{picture} written")
        except OSError as error:
            problems.append(f"{picture} can't be written: {error.strerror}.")
    for problem in problems:
        print(f"genre-monitor: left out: {problem}", file=sys.stderr)
    return int(bool(problems))


def _options(arguments: list[str]) -> argparse.Namespace:
    recipe = Recipe()
    parser = argparse.ArgumentParser(
        prog="genre-monitor train",
        description="Measure the recipe by cross-validation over tracks, then train the model on "
        "all tracks but those held out.",
    )
    parser.add_argument(
        "data",
        metavar="DIR",
        type=Path,
        nargs="+",
        help="a folder a genre with audio files in it, one named nonmusic for speech and noise, "
        "artists.csv (file, artist) to keep artists apart; or a folder of archives made by "
        "genre-monitor archive; of several, the first is what the figures are about",
    )
    parser.add_argument("-o", "--output", metavar="FILE", type=Path, required=True)
    parser.add_argument("--network", choices=sorted(ARCHITECTURES), default="genre-net")
    parser.add_argument(
        "--folds", type=_from(0), default=5, help="0: no cross-validation (default: 5)"
    )
    parser.add_argument(
        "--hold-out",
        metavar="N",
        type=_from(0),
        default=3,
        help="tracks a genre with audio clips that the final model never sees, for tests through "
        "the microphone (default: 3)",
    )
    parser.add_argument("--steps", type=_from(1), default=recipe.steps, help="optimiser steps")
    parser.add_argument("--seed", type=_from(0), default=recipe.seed)
    options = parser.parse_args(arguments)
    if options.folds == 1:
        parser.error("one fold leaves nothing to train on: take 2 or more, or 0 for none")
    return options


def _from(lowest: int) -> Callable[[str], int]:
    def number(text: str) -> int:
        value = int(text)
        if value < lowest:
            raise argparse.ArgumentTypeError(f"{value} is less than {lowest}")
        return value

    return number


def _check_output(path: Path) -> None:
    """Before hours of training, not after them."""
    if not path.parent.is_dir():
        raise Refused(f"There is no folder {path.parent} to write to.")
    if path.is_dir():
        raise Refused(f"{path} is a folder; name a file in it.")
    if not os.access(path.parent, os.W_OK):
        raise Refused(f"The folder {path.parent} can't be written to.")


def _fewest(own: Sequence[Recording]) -> int:
    groups: defaultdict[str, set[str]] = defaultdict(set)
    for recording in own:
        groups[recording.genre].add(recording.group)
    return min(len(of_genre) for of_genre in groups.values())


def held_out(own: Sequence[Recording], genres: Sequence[str], count: int) -> list[Recording]:
    """The first tracks of each genre that have an audio clip and no duplicate.

    Args:
        own: GTZAN's recordings.
        genres: names.
        count: tracks a genre.
    """
    groups = [recording.group for recording in own]
    alone = [r for r in own if r.has_clip and groups.count(r.group) == 1]
    return [
        recording
        for genre in genres
        for recording in [r for r in alone if r.genre == genre][:count]
    ]


def _bar(name: str, steps: int) -> Progress:
    bar = tqdm(total=steps, desc=name, unit="step", file=sys.stderr)

    def progress(done: int, loss: float) -> None:
        bar.set_postfix(loss=f"{loss:.3f}", refresh=False)
        bar.update()
        if done == steps:
            bar.close()

    return progress


def _print_fold(fold: int, accuracies: dict[str, float]) -> None:
    said = ", ".join(f"{name} {accuracy:.3f}" for name, accuracy in accuracies.items())
    tqdm.write(f"fold {fold + 1}: {said}", file=sys.stderr)


TABLES = ("confusion", "reliability")


def _without_tables(outcome: Outcome) -> dict[str, Any]:
    """The figures in the size that fits a checkpoint's description."""
    return {
        condition: {name: value for name, value in figures.items() if name not in TABLES}
        for condition, figures in outcome.figures.items()
    }


def _summary(outcome: Outcome, folds: int) -> str:
    figures = next(iter(outcome.figures.values()))
    return (
        f"Right on {100 * figures['mean']:.0f} % of 2.3-second windows of tracks it had not met "
        f"({folds} folds)."
    )


def _table(outcome: Outcome) -> str:
    lines = [f"{'condition':18} {'windows':>8} {'± folds':>8} {'tracks':>8} {'ECE':>6}"]
    lines += [
        f"{condition:18} {figures['mean']:8.3f} {figures['spread']:8.3f} "
        f"{figures['track_accuracy']:8.3f} {figures['ece']:6.3f}"
        for condition, figures in outcome.figures.items()
    ]
    lines += [
        f"{100 * share:.1f} % of the windows of {condition} refused as not music"
        for condition, share in outcome.refused.items()
    ]
    return "\n".join(lines)
