"""The file of an unfinished training: how far it has got, and of what it is.

Reading it executes no code, and damage is noticed: torch's own files don't tell a flipped bit.
"""

from __future__ import annotations

import hashlib
import io
import json
import pickle
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import torch

from model.architecture import Architecture, to_json
from model.atomic_write import atomic_write
from model.dataset import Recording
from model.evaluation import Judged, Track
from model.model_errors import UnfinishedError
from model.recipe import Recipe
from model.training_state import Stage

MAGIC = b"genre-monitor training/1\n"
DIGEST_BYTES = hashlib.sha256().digest_size


@dataclass(frozen=True)
class Unfinished:
    """How far cross-validation and the training after it have got.

    Attributes:
        fingerprint: of what they depend on, see :func:`fingerprint`.
        run: name of its own, for telling what it wrote from what others did.
        command: that began it.
        measuring_seconds: what cross-validation has taken.
        final_seconds: what the training after it has taken.
        judged: what each finished fold's model said.
        stage: of the training under way, the next fold's or the final one; None before its first
            step.
    """

    fingerprint: str
    run: str
    command: str
    measuring_seconds: float = 0.0
    final_seconds: float = 0.0
    judged: tuple[Judged, ...] = ()
    stage: Stage | None = None


def fingerprint(
    recordings: Sequence[Recording],
    genres: Sequence[str],
    architecture: Architecture,
    recipe: Recipe,
    folds: int,
    hold_out: int,
) -> str:
    """A digest of everything that the result of a training depends on.

    Args:
        recordings: all of them, in order; of their sound only the lengths of the pieces count.
        genres: names of the outputs.
        architecture: layers.
        recipe: of the training.
        folds: of the cross-validation.
        hold_out: tracks a genre that the final model never sees.
    """
    music = [
        (r.key, r.genre, r.group, r.origin, r.sure, r.has_clip, [len(part) for part in r.pieces])
        for r in recordings
    ]
    everything = [music, list(genres), to_json(architecture), asdict(recipe), folds, hold_out]
    return hashlib.sha256(json.dumps(everything).encode()).hexdigest()


def save_unfinished(unfinished: Unfinished, path: Path) -> None:
    """Write the file; whatever was at ``path`` survives until the new one is whole.

    Raises:
        OSError: it can't be written there.
    """
    plain = {
        "fingerprint": unfinished.fingerprint,
        "run": unfinished.run,
        "command": unfinished.command,
        "measuring_seconds": unfinished.measuring_seconds,
        "final_seconds": unfinished.final_seconds,
        "judged": [
            {name: [_plain(track) for track in tracks] for name, tracks in fold.items()}
            for fold in unfinished.judged
        ],
        "stage": unfinished.stage and unfinished.stage.plain(),
    }
    content = io.BytesIO()
    torch.save(plain, content)
    digest = hashlib.sha256(content.getbuffer()).digest()
    atomic_write(path, MAGIC + digest + content.getvalue())


def load_unfinished(path: Path) -> Unfinished:
    """Read what :func:`save_unfinished` wrote.

    Raises:
        UnfinishedError: there is no such file, or it is not whole.
    """
    try:
        content = path.read_bytes()
    except FileNotFoundError as error:
        raise UnfinishedError(
            f"There is no unfinished training to resume: {path} does not exist."
        ) from error
    except OSError as error:
        raise UnfinishedError(f"{path} can't be read: {error.strerror}.") from error
    body = content[len(MAGIC) + DIGEST_BYTES :]
    if content[: -len(body)] != MAGIC + hashlib.sha256(body).digest():
        raise UnfinishedError(
            f"{path} is damaged, or not the file of an unfinished training; delete it to begin "
            "anew."
        )
    try:
        plain = torch.load(io.BytesIO(body), weights_only=True)
        plain["judged"] = tuple(
            {name: [_track(track) for track in tracks] for name, tracks in fold.items()}
            for fold in plain["judged"]
        )
        plain["stage"] = plain["stage"] and Stage.from_plain(plain["stage"])
        return Unfinished(**plain)
    except (pickle.UnpicklingError, RuntimeError, EOFError, LookupError, TypeError) as error:
        raise UnfinishedError(
            f"{path} was written by another version of genre-monitor; delete it to begin anew."
        ) from error


def _plain(track: Track) -> list[Any]:
    return [track.genre, torch.from_numpy(track.probabilities), torch.from_numpy(track.music)]


def _track(plain: Sequence[Any]) -> Track:
    genre, probabilities, music = plain
    return Track(genre, probabilities.numpy(), music.numpy())
