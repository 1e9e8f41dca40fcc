"""The state file of an unfinished training, from which it can be resumed.

Loading it executes no code. A digest detects damage, which torch's own format would not notice.
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

MAGIC = b"genre-monitor training/2\n"
DIGEST_BYTES = hashlib.sha256().digest_size


@dataclass(frozen=True)
class Unfinished:
    """Progress of a cross-validation and the final training after it.

    Attributes:
        fingerprint: of everything that the result depends on, see :func:`fingerprint`.
        run: unique name of the run, by which its own files are recognised.
        command: command line that started it.
        measuring_seconds: time spent on cross-validation.
        final_seconds: time spent on the final training.
        judged: predictions of the model of each finished fold.
        stage: state of the current training, that of the next fold or the final one; None before
            its first step.
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
    """Compute a digest of everything that the result of a training depends on.

    Args:
        recordings: all of them, in order; of their features only the lengths are included.
        genres: names of the outputs.
        architecture: layers.
        recipe: hyperparameters.
        folds: number of cross-validation folds.
        hold_out: tracks per genre that the final model never sees.

    Returns:
        SHA-256 as hexadecimal digits.
    """
    music = [
        (r.key, r.genre, r.group, r.origin, r.sure, r.has_clip, [len(part) for part in r.pieces])
        for r in recordings
    ]
    everything = [music, list(genres), to_json(architecture), asdict(recipe), folds, hold_out]
    return hashlib.sha256(json.dumps(everything).encode()).hexdigest()


def save_unfinished(unfinished: Unfinished, path: Path) -> None:
    """Write the state, replacing any file at ``path`` only once the new one is complete.

    Raises:
        OSError: if the file cannot be written.
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
    """Read a state written by :func:`save_unfinished`.

    Raises:
        UnfinishedError: if the file is missing, damaged or of another version.
    """
    try:
        content = path.read_bytes()
    except FileNotFoundError as error:
        raise UnfinishedError(f"There is no training to resume: {path} does not exist.") from error
    except OSError as error:
        raise UnfinishedError(f"Could not read {path}: {error.strerror}.") from error
    body = content[len(MAGIC) + DIGEST_BYTES :]
    if content[: -len(body)] != MAGIC + hashlib.sha256(body).digest():
        raise UnfinishedError(
            f"{path} is damaged or not the state of a training. Delete it to start over."
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
            f"{path} was written by another version of genre-monitor. Delete it to start over."
        ) from error


def _plain(track: Track) -> list[Any]:
    arrays = torch.from_numpy(track.probabilities), torch.from_numpy(track.music)
    return [track.genre, *arrays, track.hop_frames]


def _track(plain: Sequence[Any]) -> Track:
    genre, probabilities, music, hop_frames = plain
    return Track(genre, probabilities.numpy(), music.numpy(), hop_frames)
