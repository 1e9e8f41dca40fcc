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
from model.architecture import ARCHITECTURES, Architecture, Layer, conv, max_pool
from model.cross_validation import COMPARED_SHARE, MICROPHONE, REST, judge, music_threshold
from model.dataset import NOT_MUSIC, Recording
from model.evaluation import Judged, Track
from model.recipe import Recipe
from model.splits import Split, split
from model.training import Sources, train
from model.training_state import Stage

FOLDS = 5
NORM, RELU = Layer("norm"), Layer("relu")
WIDE: Architecture = (
    conv(16), NORM, RELU, max_pool(2, 1),
    conv(64, stride=(2, 1)), NORM, RELU,
    conv(256, (3, 13), (1, 0)), NORM, RELU,
    conv(256, (3, 1), (1, 0)), NORM, RELU, max_pool(2, 1),
    conv(384, (3, 1), (1, 0)), NORM, RELU,
    Layer("time_pool"), Layer("dropout", rate=0.4), Layer("dense"),
)  # fmt: skip
TWO_POOLS: Architecture = (
    conv(16), NORM, RELU, max_pool(2, 1),
    conv(48), NORM, RELU, max_pool(2, 1),
    conv(160, (3, 13), (1, 0)), NORM, RELU,
    conv(192, (3, 1), (1, 0)), NORM, RELU, max_pool(2, 1),
    conv(256, (3, 1), (1, 0)), NORM, RELU,
    Layer("time_pool"), Layer("dropout", rate=0.3), Layer("dense"),
)  # fmt: skip
"""The network as it was before a stride replaced its second pool."""


@dataclass(frozen=True)
class Variant:
    """One row of the table.

    Attributes:
        says: the difference, in words.
        architecture: layers.
        recipe: fields of the recipe that differ.
        without: origins that are not trained on.
        networks: number of networks trained with different seeds, whose predictions are averaged.
    """

    says: str
    architecture: Architecture = ARCHITECTURES["genre-net"]
    recipe: Mapping[str, Any] = field(default_factory=dict)
    without: tuple[str, ...] = ()
    networks: int = 1


VARIANTS = (
    Variant("the course's network", ARCHITECTURES["course"]),
    Variant("baseline"),
    Variant("a single network without peers", recipe={"peers": 1}),
    Variant("three single networks, averaged", recipe={"peers": 1}, networks=3),
    Variant("without music of other origin", without=("other", "free")),
    Variant("without free music and speech", without=("free",)),
    Variant("without simulated microphones", recipe={"microphone_share": 0.0}),
    Variant(
        "without equaliser, transposition and tempo",
        recipe={"equaliser_db": 0.0, "semitones": 0.0, "stretch": 0.0},
    ),
    Variant("without mixup", recipe={"mixup": 1e-3}),
    Variant("without masked frames", recipe={"masked_frames": 0}),
    Variant("a second pool instead of the stride", TWO_POOLS),
    Variant("wider layers", WIDE),
    Variant("weights averaged over a thirtieth of the steps", recipe={"average_share": 0.033}),
    Variant("half of the windows from other origins", recipe={"other_share": 0.5}),
)


SAYS = (
    "Trainings of {steps} steps with the recipe of that time, each with one change, on three of "
    "the five folds and evaluated on a fourth; the fold given is used for neither."
)
"""Explanation of the rows, for the model card."""


def main() -> None:
    """Measure the rows missing from FILE, several in parallel."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.ablation")
    parser.add_argument("data", metavar="DIR", nargs="+", type=Path)
    parser.add_argument("-o", "--output", metavar="FILE", type=Path, required=True)
    parser.add_argument("--steps", type=int, default=500)
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
        ``says``, ``fold``, ``steps``; ``windows`` and ``tracks``, condition -> fraction correct;
        ``refused``, condition of not music -> fraction rejected where 5 % of the music is.
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
    judged = _averaged(
        [
            judge(
                train(sources, learned, variant.architecture, replace(recipe, seed=seed), _silent),
                own,
                held_other,
                recipe.seed,
            )
            for seed in range(variant.networks)
        ]
    )
    threshold = music_threshold([judged], COMPARED_SHARE)
    music = {name: tracks for name, tracks in judged.items() if not name.startswith(REST)}
    return {
        "says": variant.says,
        "fold": fold,
        "steps": steps,
        "windows": {name: _share([t.correct for t in tracks]) for name, tracks in music.items()},
        "tracks": {
            name: _share([np.array([t.predicted == t.genre]) for t in tracks])
            for name, tracks in music.items()
        },
        "refused": {
            name: _share([track.music < threshold for track in judged[name]])
            for name in (REST, REST + MICROPHONE)
        },
    }


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


def _averaged(judged: Sequence[Judged]) -> Judged:
    return {
        name: [
            Track(
                tracks[0].genre,
                np.mean([track.probabilities for track in tracks], axis=0),
                np.mean([track.music for track in tracks], axis=0),
            )
            for tracks in zip(*(network[name] for network in judged), strict=True)
        ]
        for name in judged[0]
    }


def _share(parts: Sequence[Any]) -> float:
    return round(float(np.concatenate(parts).mean()), 4)


@cache
def _recordings(data: tuple[Path, ...]) -> list[Recording]:
    return load(data)[0]


if __name__ == "__main__":
    main()
