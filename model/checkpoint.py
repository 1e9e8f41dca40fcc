"""Networks on disk: weights as safetensors, everything else as JSON in its metadata.

Neither executes code when read, and a file is replaced only when the new one is complete.
"""

from __future__ import annotations

import json
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
from model.standardisation import Standardisation

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
"""The settings that the weights were trained for; others are refused."""
STANDARDISE = {"standardise.mean": (features.COEFFICIENTS,)} | {
    "standardise.scale": (features.COEFFICIENTS,)
}


@dataclass(frozen=True)
class Checkpoint:
    """A trained network and what is known about it.

    Attributes:
        architecture: its layers.
        genres: names of its outputs, in order.
        temperature: the genres' logits are divided by it before the softmax; above 0.
        music_threshold: probability of being music below which a window is refused, 0 to 1; None
            if the network doesn't know what is no music. If it does, that is one more output,
            the last.
        standardisation: of the windows.
        weights: tensor name -> values, as :func:`model.architecture.places` names and shapes them.
        notes: training command, data, measured figures; whatever JSON holds.
    """

    architecture: Architecture
    genres: tuple[str, ...]
    temperature: float
    music_threshold: float | None
    standardisation: Standardisation
    weights: Mapping[str, NDArray[np.float32]]
    notes: Mapping[str, Any] = field(default_factory=dict)

    @property
    def places(self) -> tuple[Place, ...]:
        """The layers with their names and shapes."""
        return places(self.architecture, _outputs(self.genres, self.music_threshold))


def _outputs(genres: Sequence[str], music_threshold: float | None) -> int:
    return len(genres) + (music_threshold is not None)


def save_checkpoint(checkpoint: Checkpoint, path: Path) -> None:
    """Write a checkpoint; whatever was at ``path`` survives until the new file is whole.

    Raises:
        OSError: it can't be written there.
    """
    metadata = {
        "format": FORMAT,
        "features": json.dumps(FEATURES),
        "architecture": json.dumps(to_json(checkpoint.architecture)),
        "genres": json.dumps(checkpoint.genres),
        "temperature": json.dumps(checkpoint.temperature),
        "music_threshold": json.dumps(checkpoint.music_threshold),
        "notes": json.dumps(checkpoint.notes),
    }
    tensors = {
        **checkpoint.weights,
        "standardise.mean": checkpoint.standardisation.mean,
        "standardise.scale": checkpoint.standardisation.scale,
    }
    plain = {name: np.ascontiguousarray(value, np.float32) for name, value in tensors.items()}
    atomic_write(path, save(plain, metadata))


def load_checkpoint(path: Path) -> Checkpoint:
    """Read a checkpoint.

    Raises:
        CheckpointError: there is no such file, or it is not a whole genre-monitor checkpoint.
    """
    try:
        with safe_open(path, framework="np") as file:
            metadata = file.metadata() or {}
            if metadata.get("format") != FORMAT:
                raise CheckpointError(
                    f"{path} holds weights of another program, not of genre-monitor."
                )
            tensors = {name: file.get_tensor(name) for name in file.keys()}  # noqa: SIM118
    except FileNotFoundError as error:
        raise CheckpointError(f"There is no model file {path}.") from error
    except (SafetensorError, OSError, TypeError, AttributeError) as error:
        raise CheckpointError(
            f"{path} is not a model that genre-monitor can read: it is damaged, incomplete or not "
            f"a safetensors file ({error})."
        ) from error
    return _parsed(path, metadata, tensors)


def _parsed(
    path: Path, metadata: Mapping[str, str], tensors: dict[str, NDArray[np.float32]]
) -> Checkpoint:
    try:
        settings = json.loads(metadata["features"])
        genres = tuple(str(name) for name in json.loads(metadata["genres"]))
        temperature = float(json.loads(metadata["temperature"]))
        # Absent from checkpoints made before there was one.
        threshold = json.loads(metadata.get("music_threshold", "null"))
        music_threshold = None if threshold is None else float(threshold)
        architecture = from_json(json.loads(metadata["architecture"]))
        notes = json.loads(metadata["notes"])
        found = places(architecture, _outputs(genres, music_threshold))
    except (KeyError, ValueError, TypeError, OverflowError, RecursionError) as error:
        raise CheckpointError(f"{path} lacks part of its description ({error}).") from error
    if settings != FEATURES:
        raise CheckpointError(
            f"{path} was trained on other features than this version computes: {settings}."
        )
    sensible = 0 < temperature < float("inf") and 0 <= (music_threshold or 0.0) <= 1
    if not genres or not sensible or not isinstance(notes, dict):
        raise CheckpointError(f"{path} has a description that makes no sense.")
    if not any(place.layer.kind == "conv" and place.input_shape[0] == 1 for place in found):
        raise CheckpointError(f"{path} has no convolution that sees the image, or a pool of it.")
    _check(
        path, tensors, STANDARDISE | {k: v for place in found for k, v in place.parameters.items()}
    )
    standardisation = Standardisation(
        tensors.pop("standardise.mean"), tensors.pop("standardise.scale")
    )
    if not (standardisation.scale > 0).all():
        raise CheckpointError(f"{path} has a scale that is not above 0.")
    return Checkpoint(
        architecture, genres, temperature, music_threshold, standardisation, tensors, notes
    )


def _check(
    path: Path, tensors: Mapping[str, NDArray[np.float32]], wanted: Mapping[str, tuple[int, ...]]
) -> None:
    shapes = {name: value.shape for name, value in tensors.items()}
    if different := sorted(set(shapes.items()) ^ set(wanted.items())):
        raise CheckpointError(f"The weights in {path} don't fit its layers: see {different[0][0]}.")
    for name, value in tensors.items():
        if value.dtype != np.float32 or not np.isfinite(value).all():
            raise CheckpointError(f"{path} holds weights that are not numbers, in {name}.")
