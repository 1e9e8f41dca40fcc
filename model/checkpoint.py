"""Checkpoints: weights as safetensors, everything else as JSON in the file's metadata.

Loading one executes no code, and saving one replaces a file only when the new one is complete.
"""

from __future__ import annotations

import json
import stat
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from safetensors import SafetensorError, safe_open
from safetensors.numpy import save

from model import features
from model.architecture import Architecture, Place, from_json, places, to_json
from model.atomic_write import atomic_write
from model.model_errors import CheckpointError
from model.piece import STATISTICS, TEMPERATURE_TERMS, PieceHead
from model.standardisation import Standardisation
from resources.languages import gettext

FORMAT = "genre-monitor/1"
FEATURES: Mapping[str, float] = {
    "sample_rate": features.SAMPLE_RATE,
    "frame_samples": features.FRAME_SAMPLES,
    "hop_samples": features.HOP_SAMPLES,
    "mel_bands": features.MEL_BANDS,
    "coefficients": features.COEFFICIENTS,
    "window_frames": features.WINDOW_FRAMES,
    "top_db": features.TOP_DB,
}
"""Feature settings that the weights are trained for; checkpoints with other values are refused."""
PIECE_WEIGHT, PIECE_BIAS, PIECE_DOUBT = "piece.weight", "piece.bias", "piece.doubt"
STANDARDISATION_SHAPES: Mapping[str, tuple[int, ...]] = {
    "standardise.mean": (features.COEFFICIENTS,),
    "standardise.scale": (features.COEFFICIENTS,),
}


@dataclass(frozen=True)
class Checkpoint:
    """A trained network and its metadata.

    Attributes:
        architecture: the layers.
        genres: names of the genre outputs, in order.
        temperature: divides the genre logits before the softmax; above 0.
        music_threshold: windows whose probability of being music is lower get no genre, 0 to 1;
            None if the network cannot recognise non-music. If it can, it has one more
            output, the last.
        standardisation: applied to every window.
        weights: tensor name -> values, named and shaped as in :func:`model.architecture.places`.
        notes: training command, data, evaluation figures; JSON-serialisable.
        piece_head: combines the windows of a stretch of music; None for their mean log
            probability.
        sure_threshold: answers whose probability is lower should be given as *not sure*, 0 to 1.
    """

    architecture: Architecture
    genres: tuple[str, ...]
    temperature: float
    music_threshold: float | None
    standardisation: Standardisation
    weights: Mapping[str, NDArray[np.float32]]
    notes: Mapping[str, Any] = field(default_factory=dict)
    piece_head: PieceHead | None = None
    sure_threshold: float = 0.0

    @property
    def places(self) -> tuple[Place, ...]:
        """Layers with their names and shapes."""
        return places(self.architecture, _outputs(self.genres, self.music_threshold))


def _outputs(genres: Sequence[str], music_threshold: float | None) -> int:
    return len(genres) + (music_threshold is not None)


def save_checkpoint(checkpoint: Checkpoint, path: Path) -> None:
    """Write a checkpoint, replacing any file at ``path`` only once the new one is complete.

    Raises:
        OSError: if the file cannot be written.
    """
    metadata = {
        "format": FORMAT,
        "features": json.dumps(FEATURES),
        "architecture": json.dumps(to_json(checkpoint.architecture)),
        "genres": json.dumps(checkpoint.genres),
        "temperature": json.dumps(checkpoint.temperature),
        "music_threshold": json.dumps(checkpoint.music_threshold),
        "sure_threshold": json.dumps(checkpoint.sure_threshold),
        "notes": json.dumps(checkpoint.notes),
    }
    tensors = {
        **checkpoint.weights,
        "standardise.mean": checkpoint.standardisation.mean,
        "standardise.scale": checkpoint.standardisation.scale,
    }
    if (head := checkpoint.piece_head) is not None:
        tensors |= {PIECE_WEIGHT: head.weight, PIECE_BIAS: head.bias, PIECE_DOUBT: head.doubt}
    plain = {name: np.ascontiguousarray(value, np.float32) for name, value in tensors.items()}
    atomic_write(path, save(plain, metadata))


def load_checkpoint(path: Path) -> Checkpoint:
    """Read and validate a checkpoint.

    Raises:
        CheckpointError: if the file is missing, damaged or not a genre-monitor checkpoint.
    """
    try:
        # A pipe would be waited for, perhaps for ever.
        if not stat.S_ISREG(path.stat().st_mode):
            sentence = (
                gettext("Could not read the model {path}: it is a folder, not a file.")
                if path.is_dir()
                else gettext("Could not read the model {path}: it is a device or pipe, not a file.")
            )
            raise CheckpointError(sentence.format(path=path))
        with safe_open(path, framework="np") as file:
            metadata = file.metadata() or {}
            if metadata.get("format") != FORMAT:
                raise CheckpointError(
                    gettext(
                        "{path} contains weights for another program, not for genre-monitor."
                    ).format(path=path)
                )
            tensors = {name: file.get_tensor(name) for name in file.keys()}  # noqa: SIM118
    except FileNotFoundError as error:
        raise CheckpointError(
            gettext("There is no model file {path}.").format(path=path)
        ) from error
    except (SafetensorError, OSError, TypeError, AttributeError) as error:
        raise CheckpointError(
            gettext(
                "Could not read the model {path}: the file is damaged, incomplete or not "
                "in safetensors format ({error})."
            ).format(path=path, error=error)
        ) from error
    return _parsed(path, metadata, tensors)


def _parsed(
    path: Path, metadata: Mapping[str, str], tensors: dict[str, NDArray[np.float32]]
) -> Checkpoint:
    try:
        settings = json.loads(metadata["features"])
        genres = tuple(str(name) for name in json.loads(metadata["genres"]))
        temperature = float(json.loads(metadata["temperature"]))
        # Older checkpoints lack the threshold.
        threshold = json.loads(metadata.get("music_threshold", "null"))
        music_threshold = None if threshold is None else float(threshold)
        architecture = from_json(json.loads(metadata["architecture"]))
        sure_threshold = float(json.loads(metadata.get("sure_threshold", "0")))
        notes = json.loads(metadata["notes"])
        found = places(architecture, _outputs(genres, music_threshold))
    except (KeyError, ValueError, TypeError, OverflowError, RecursionError) as error:
        raise CheckpointError(
            gettext("The metadata of {path} is incomplete or invalid ({error}).").format(
                path=path, error=error
            )
        ) from error
    if settings != FEATURES:
        raise CheckpointError(
            gettext(
                "{path} was trained on features that this version does not compute: {settings}."
            ).format(path=path, settings=settings)
        )
    sensible = 0 < temperature < float("inf") and all(
        0 <= value <= 1 for value in (music_threshold or 0.0, sure_threshold)
    )
    if not genres or not sensible or not isinstance(notes, dict):
        raise CheckpointError(
            gettext("The metadata of {path} has values out of range.").format(path=path)
        )
    if not any(place.layer.kind == "conv" and place.input_shape[0] == 1 for place in found):
        raise CheckpointError(
            gettext("The network in {path} has no convolution of the input image.").format(
                path=path
            )
        )
    wanted = dict(STANDARDISATION_SHAPES) | {
        k: v for place in found for k, v in place.parameters.items()
    }
    # Older checkpoints lack the head.
    has_head = PIECE_WEIGHT in tensors
    if has_head:
        count = len(genres)
        wanted |= {
            PIECE_WEIGHT: (count, STATISTICS * count),
            PIECE_BIAS: (count,),
            PIECE_DOUBT: (TEMPERATURE_TERMS,),
        }
    _check(path, tensors, wanted)
    standardisation = Standardisation(
        tensors.pop("standardise.mean"), tensors.pop("standardise.scale")
    )
    if not (standardisation.scale > 0).all():
        raise CheckpointError(
            gettext("{path} has a standardisation scale that is not above 0.").format(path=path)
        )
    piece_head = None
    if has_head:
        piece_head = PieceHead(*map(tensors.pop, (PIECE_WEIGHT, PIECE_BIAS, PIECE_DOUBT)))
    return Checkpoint(
        architecture,
        genres,
        temperature,
        music_threshold,
        standardisation,
        tensors,
        notes,
        piece_head,
        sure_threshold,
    )


def _check(
    path: Path, tensors: Mapping[str, NDArray[np.float32]], wanted: Mapping[str, tuple[int, ...]]
) -> None:
    shapes = {name: value.shape for name, value in tensors.items()}
    if different := sorted(set(shapes.items()) ^ set(wanted.items())):
        raise CheckpointError(
            gettext("The weights in {path} do not match its layers: {different}.").format(
                path=path, different=different[0][0]
            )
        )
    for name, value in tensors.items():
        if value.dtype != np.float32 or not np.isfinite(value).all():
            raise CheckpointError(
                gettext("{path} contains invalid weights in {name}.").format(path=path, name=name)
            )
