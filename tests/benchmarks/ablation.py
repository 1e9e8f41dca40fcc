"""Ablation study of the recipe: the same training, each time with one thing changed.

    python -m tests.benchmarks.ablation DIR... -o FILE

DIR are training folders as for ``genre-monitor train``. Each row is added to FILE when it is
finished, and rows already there are not measured again. Because the recipe is chosen by these rows,
they stay inside the training part of a cross-validation fold: a network is trained on three folds
and evaluated on the next one, and the fold itself is used for neither.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import os
from collections.abc import Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import torch

from desktop_app.commands.training_data import load
from model.architecture import ARCHITECTURES, Architecture
from model.conditions import MICROPHONES, is_clean, is_music, judge, named
from model.dataset import NOT_MUSIC, Recording
from model.evaluation import Track
from model.piece import PieceHead
from model.recipe import Recipe
from model.splits import Split, split
from model.training import Sources, train
from model.training_state import Stage

FOLDS = 5


@dataclass(frozen=True)
class Variant:
    """One row of the table.

    Attributes:
        says: the difference, in words.
        architecture: layers.
        recipe: fields of the recipe that differ.
        without: origins that are not trained on.
    """

    says: str
    architecture: Architecture = ARCHITECTURES["genre-net"]
    recipe: Mapping[str, Any] = field(default_factory=dict)
    without: tuple[str, ...] = ()


VARIANTS = (
    Variant("the recipe"),
    Variant("the course's network", ARCHITECTURES["course"]),
    Variant("only GTZAN", without=("other", "more", "free")),
    Variant("without *more*", without=("more",)),
    Variant("without free music and speech", without=("free",)),
    Variant("a quarter of other origin", recipe={"other_share": 0.25}),
    Variant("genres drawn evenly", recipe={"artist_power": 0.0}),
    Variant("without microphones", recipe={"microphone_share": 0.0}),
)

SAYS = (
    "Trainings of {steps} steps with the recipe, each with one change, on three of the five folds "
    "and evaluated on a fourth; the fifth is used for neither. The figures are the fractions of "
    "recordings correct by the mean log probability of their windows, of all genres that GTZAN "
    "has; the mean over folds and its standard error."
)
"""Explanation of the rows, for the model card."""
CLEAN, THROUGH = "{}", "{} through microphones"
"""Names of the figures of a part: without microphone, and the mean over all microphones."""


def main() -> None:
    """Measure the rows missing from FILE, several in parallel."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.ablation")
    parser.add_argument("data", metavar="DIR", nargs="+", type=Path)
    parser.add_argument("-o", "--output", metavar="FILE", type=Path, required=True)
    parser.add_argument("--steps", type=int, default=600)
    parser.add_argument("--folds", type=int, nargs="+", default=[0])
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    options = parser.parse_args()
    rows = json.loads(options.output.read_text())["rows"] if options.output.exists() else []
    order = [variant.says for variant in VARIANTS]
    known = {(row["says"], row["fold"]) for row in rows}
    wanted = [
        (options.data, number, fold, options.steps)
        for fold in options.folds
        for number, variant in enumerate(VARIANTS)
        if (variant.says, fold) not in known
    ]
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(options.jobs, context) as pool:
        for done in as_completed([pool.submit(measure, *row) for row in wanted]):
            rows.append(done.result())
            rows.sort(key=lambda row: (order.index(row["says"]), row["fold"]))
            measured = {"says": SAYS.format(steps=options.steps), "rows": rows}
            options.output.write_text(json.dumps(measured, indent=1) + "\n")
            print(json.dumps(done.result()), flush=True)


def measure(data: Sequence[Path], number: int, fold: int, steps: int) -> dict[str, Any]:
    """Train a variant on all folds but two and evaluate it on the second of these.

    Args:
        data: training folders.
        number: of the variant in VARIANTS.
        fold: to leave out entirely, from 0.
        steps: optimiser steps.

    Returns:
        ``says``, ``fold``, ``steps``; ``tracks``, part with and without microphones -> fraction
        of recordings correct.
    """
    torch.set_num_threads(1)
    variant = VARIANTS[number]
    recordings = _recordings(tuple(data))
    genres = sorted({recording.genre for recording in recordings} - {NOT_MUSIC})
    recipe = replace(Recipe(), steps=steps, **variant.recipe)
    part = inside(split(recordings, genres, FOLDS, recipe.seed), fold)
    other = [
        recording for recording in part.sources.other if recording.origin not in variant.without
    ]
    rest = [recording for recording in part.sources.other if recording.genre == NOT_MUSIC]
    known = {recording.genre for recording in (*part.sources.own, *other)}
    sources = Sources(part.sources.own, other if NOT_MUSIC in known else [*other, *rest])
    learned = [genre for genre in genres if genre in known]
    # All variants are evaluated on the same recordings, even those not trained on all genres.
    evaluated = {recording.genre for recording in part.sources.own} | {NOT_MUSIC}
    own, held_other = (
        [recording for recording in held if recording.genre in evaluated]
        for held in (part.own, part.other)
    )
    network = train(sources, learned, variant.architecture, recipe, _silent)
    judged = judge(network, own, held_other, recipe.seed)
    tracks = {name: _correct(of, len(learned)) for name, of in judged.items() if is_music(name)}
    parts = [name for name in tracks if is_clean(name)]
    return {
        "says": variant.says,
        "fold": fold,
        "steps": steps,
        "tracks": {CLEAN.format(part): tracks[part] for part in parts}
        | {
            THROUGH.format(part): float(np.mean([tracks[named(part, m)] for m in MICROPHONES]))
            for part in parts
        },
    }


def _correct(tracks: Sequence[Track], genres: int) -> float:
    head = PieceHead.mean_log_probability(genres)
    answers = [int(head(t.probabilities, t.hop_frames).argmax()) == t.genre for t in tracks]
    return float(np.mean(answers))


def inside(parts: Sequence[Split], fold: int) -> Split:
    """Split the training part of a fold: the next fold becomes the test part."""
    test = parts[(fold + 1) % len(parts)]
    groups = {recording.group for recording in (*test.own, *test.other)}
    own, other = (
        [recording for recording in origin if recording.group not in groups]
        for origin in (parts[fold].sources.own, parts[fold].sources.other)
    )
    return Split(Sources(own, other), test.own, test.other)


def _silent(_stage: Stage, _loss: float) -> None:
    """Show no progress, because several trainings run in parallel."""


@cache
def _recordings(data: tuple[Path, ...]) -> list[Recording]:
    return load(data)[0]


if __name__ == "__main__":
    main()
