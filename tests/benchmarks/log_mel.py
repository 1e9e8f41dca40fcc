"""Whether 13 coefficients are the limit: the same training on them and on the 128-band log-mel.

    python -m tests.benchmarks.log_mel DIR... -o FILE

DIR are training folders as for ``genre-monitor train``. The log-mel network has the same kernels;
its pool and its stride also halve the bands, and its third convolution spans the remaining ones.
"""

from __future__ import annotations

import argparse
import json
import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from tqdm import tqdm

from desktop_app.commands.training_data import load
from model.architecture import ARCHITECTURES
from model.augmentation import through_microphone
from model.dataset import NOT_MUSIC, Recording, synthetic_noise
from model.features import MEL_BANDS, TOP_DB
from model.network import TimeConv, TimePool, build
from model.recipe import Recipe
from model.sampling import WindowBank, held_out_windows, mfcc
from model.splits import Split, split
from model.standardisation import LEAST_RMS, per_window
from model.training import batch
from model.training_state import Learner

BATCH = 64


@dataclass(frozen=True)
class Input:
    """A kind of input features and the network for it.

    Attributes:
        says: name of the features.
        of: converts log-mel (N, 100, 128) dB to (N, 100, coefficients or bands), independent of
            volume.
        network: number of outputs -> new network for (N, 1, 100, coefficients or bands).
    """

    says: str
    of: Callable[[Tensor], Tensor]
    network: Callable[[int], nn.Sequential]


def coefficients(log_mel: Tensor) -> Tensor:
    """Return the input of the app's network, except for mean and scale of each coefficient."""
    return torch.from_numpy(per_window(mfcc(log_mel).numpy()))


def bands(log_mel: Tensor) -> Tensor:
    """Return the clipped log-mel without the loudness and the dynamic range of the window."""
    clipped = torch.maximum(log_mel, log_mel.amax(dim=(1, 2), keepdim=True) - TOP_DB)
    level = clipped - clipped.mean(dim=(1, 2), keepdim=True)
    return level / level.square().mean(dim=(1, 2), keepdim=True).sqrt().clamp_min(LEAST_RMS)


def log_mel_net(outputs: int) -> nn.Sequential:
    """Build the MFCC network's equivalent for 128 bands."""

    def block(convolution: nn.Conv2d) -> tuple[nn.Module, ...]:
        return convolution, nn.BatchNorm2d(convolution.out_channels), nn.ReLU()

    return nn.Sequential(
        *block(nn.Conv2d(1, 16, 3, padding=1)),
        nn.MaxPool2d(2),
        *block(nn.Conv2d(16, 48, 3, stride=2, padding=1)),
        *block(TimeConv(48, 160, (3, MEL_BANDS // 4), padding=(1, 0))),
        *block(TimeConv(160, 192, (3, 1), padding=(1, 0))),
        nn.MaxPool2d((2, 1)),
        *block(TimeConv(192, 256, (3, 1), padding=(1, 0))),
        TimePool(),
        nn.Dropout(0.3),
        nn.Linear(2 * 256, outputs),
    )


INPUTS = (
    Input("13 MFCC", coefficients, lambda outputs: build(ARCHITECTURES["genre-net"], outputs)),
    Input("128-band log-mel", bands, log_mel_net),
)


def main() -> None:
    """Train with each kind of input on all folds but one, and evaluate on that one."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.log_mel")
    parser.add_argument("data", metavar="DIR", nargs="+", type=Path)
    parser.add_argument("-o", "--output", metavar="FILE", type=Path, required=True)
    parser.add_argument("--steps", type=int, default=500)
    parser.add_argument("--folds", type=int, nargs="+", default=[3])
    parser.add_argument("--peers", type=int, default=1)
    parser.add_argument("--threads", type=int, default=os.cpu_count())
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    recipe = replace(Recipe(), steps=options.steps, peers=options.peers)
    recordings = load(options.data)[0]
    genres = sorted({recording.genre for recording in recordings} - {NOT_MUSIC})
    parts = split(recordings, genres, 5, recipe.seed)
    rows = [
        {
            "says": shown.says,
            "fold": fold,
            "steps": recipe.steps,
            "windows": measure(shown, parts[fold], genres, recipe),
        }
        for fold in options.folds
        for shown in INPUTS
    ]
    options.output.write_text(json.dumps(rows, indent=1) + "\n")
    print(json.dumps(rows, indent=1))


def measure(shown: Input, part: Split, genres: Sequence[str], recipe: Recipe) -> dict[str, float]:
    """Train one network by the recipe, without validation.

    Args:
        shown: kind of input.
        part: training and test recordings.
        genres: names of the outputs.
        recipe: hyperparameters.

    Returns:
        Condition -> fraction of held-out music windows classified correctly.
    """
    torch.manual_seed(recipe.seed)
    random = torch.Generator().manual_seed(recipe.seed)
    numbers = np.random.default_rng(recipe.seed)
    labels = (*genres, NOT_MUSIC)
    other = (*part.sources.other, *synthetic_noise(recipe.seed))
    own, share = part.sources.own, recipe.other_share
    bank = WindowBank(own, other, labels, share, recipe.not_music_weight)
    sample = shown.of(bank.draw(1024, recipe.stretch, numbers)[0])
    mean, scale = sample.mean(dim=(0, 1)), sample.std(dim=(0, 1))

    def image(log_mel: Tensor) -> Tensor:
        return ((shown.of(log_mel) - mean) / scale)[:, None]

    networks = [shown.network(len(labels)) for _ in range(recipe.peers)]
    learner = Learner(networks, recipe, random, numbers)
    for step in tqdm(range(1, recipe.steps + 1), desc=shown.says, unit="step"):
        learner.learn(batch(bank, image, recipe, random, numbers), recipe.peer_weight(step))
    found = {}
    for name, held in (("gtzan", part.own), ("other", part.other)):
        music = [recording for recording in held if recording.genre in genres]
        found[name] = _accuracy(learner.average, image, music, genres, microphone=False)
        found[name + " microphone"] = _accuracy(
            learner.average, image, music, genres, microphone=True
        )
    return found


def _accuracy(
    network: nn.Module,
    image: Callable[[Tensor], Tensor],
    held: Sequence[Recording],
    genres: Sequence[str],
    microphone: bool,
) -> float:
    correct = []
    for number, recording in enumerate(held):
        log_mel = held_out_windows(recording)
        if microphone:
            log_mel = through_microphone(log_mel, number)
        with torch.no_grad():
            logits = torch.cat([network(batch) for batch in image(log_mel).split(BATCH)])
        correct.append(logits[:, : len(genres)].argmax(dim=1) == genres.index(recording.genre))
    return round(float(torch.cat(correct).float().mean()), 4)


if __name__ == "__main__":
    main()
