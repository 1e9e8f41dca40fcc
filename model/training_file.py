"""The state file of an unfinished training, from which it can be resumed.

Loading it executes no code. A digest detects damage, which torch's own format would not notice.
"""

from __future__ import annotations

import hashlib
import io
import json
import pickle
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
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
from resources.languages import gettext

MAGIC = b"genre-monitor training/3\n"
DIGEST_BYTES = hashlib.sha256().digest_size


@dataclass(frozen=True)
class Unfinished:
    """Progress of a run: of the folds of a cross-validation, and of the final training.

    Attributes:
        fingerprint: of everything that the result depends on, see :func:`fingerprint`.
        run: unique name of the run, by which its own files are recognised.
        command: command line that started it.
        seconds: time spent on it.
        judged: fold, from 0 -> predictions of its network, if it is finished.
        stages: number of a training, see :class:`model.trainings.Training` -> its last state, if
            it was begun. A finished fold has none.
    """

    fingerprint: str
    run: str
    command: str
    seconds: float = 0.0
    judged: Mapping[int, Judged] = field(default_factory=dict)
    stages: Mapping[int, Stage] = field(default_factory=dict)


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
        "seconds": unfinished.seconds,
        "judged": {
            fold: {name: [_plain(track) for track in tracks] for name, tracks in judged.items()}
            for fold, judged in unfinished.judged.items()
        },
        "stages": {number: stage.plain() for number, stage in unfinished.stages.items()},
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
        raise UnfinishedError(
            gettext("There is no training run to resume: {path} does not exist.").format(path=path)
        ) from error
    except OSError as error:
        raise UnfinishedError(
            gettext("Could not read {path}: {reason}.").format(path=path, reason=error.strerror)
        ) from error
    body = content[len(MAGIC) + DIGEST_BYTES :]
    if content[: -len(body)] != MAGIC + hashlib.sha256(body).digest():
        raise UnfinishedError(
            gettext(
                "{path} is damaged, or not the saved state of a training run. Delete it to "
                "start over."
            ).format(path=path)
        )
    try:
        plain = torch.load(io.BytesIO(body), weights_only=True)
        plain["judged"] = {
            fold: {name: [_track(track) for track in tracks] for name, tracks in judged.items()}
            for fold, judged in plain["judged"].items()
        }
        plain["stages"] = {n: Stage.from_plain(stage) for n, stage in plain["stages"].items()}
        return Unfinished(**plain)
    except (pickle.UnpicklingError, RuntimeError, EOFError, LookupError, TypeError) as error:
        raise UnfinishedError(
            gettext(
                "{path} was written by another version of genre-monitor. Delete it to start over."
            ).format(path=path)
        ) from error


def _plain(track: Track) -> list[Any]:
    arrays = torch.from_numpy(track.probabilities), torch.from_numpy(track.music)
    return [track.genre, *arrays, track.hop_frames]


def _track(plain: Sequence[Any]) -> Track:
    genre, probabilities, music, hop_frames = plain
    return Track(genre, probabilities.numpy(), music.numpy(), hop_frames)
