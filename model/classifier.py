"""Inference with a trained network: genre probabilities and the activations of every layer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from copy import copy
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from onnx import ModelProto

from model.architecture import Place, places
from model.checkpoint import Checkpoint, load_checkpoint
from model.features import COEFFICIENTS, WINDOW_FRAMES, FloatArray
from model.model_errors import CheckpointError
from model.onnx_graph import IMAGE, fold_batch_norm, graph
from model.piece import HOP_FRAMES, PieceHead
from model.softmax import softmax
from model.standardisation import STANDARDISE
from resources import OWN_MODEL
from resources.languages import gettext

BATCH = 256
"""Windows per run of the network."""


@dataclass(frozen=True)
class Kernels:
    """The weights of a convolution with batch normalisation folded in.

    Attributes:
        weight: (kernels, depth, height, width); height runs along time.
        bias: (kernels,).
    """

    weight: FloatArray
    bias: FloatArray


@dataclass(frozen=True)
class Look:
    """The network's output for one window.

    Attributes:
        probabilities: (genres,) given that the window is music, summing to 1.
        music: probability that the window is music, 0 to 1; 1 if the network cannot recognise
            non-music.
        activations: layer -> (maps, height, width), or (units,) for flat layers.
    """

    probabilities: FloatArray
    music: float
    activations: Mapping[str, FloatArray]


class Classifier:
    """Classifies windows of MFCC; single-threaded and stateless.

    Attributes:
        genres: names, in the order of the probabilities.
        music_threshold: windows whose probability of being music is lower should get no genre.
        sure_threshold: answers of :meth:`predict_piece` whose highest probability is lower should
            be given as *not sure*, 0 to 1.
        piece: combines the genre probabilities of the windows of a stretch of music.
        notes: the checkpoint's notes on training and evaluation.
        name: file name of the model.
        checkpoint: what the classifier was built from; must not be modified.
        first_conv: name of the convolution that sees the image.
        first_maps: name of the layer with its feature maps: its ReLU if there is one, else itself.
        layers: names of all layers from the image to the logits; the image is ``standardise``.
    """

    def __init__(self, checkpoint: Checkpoint, name: str) -> None:
        """Build the inference sessions.

        Args:
            checkpoint: the trained network.
            name: to show for the model.
        """
        self.name = name
        self.checkpoint = checkpoint
        self.genres = checkpoint.genres
        self.notes: Mapping[str, Any] = checkpoint.notes
        self.music_threshold = checkpoint.music_threshold or 0.0
        self.sure_threshold = checkpoint.sure_threshold
        self.piece = checkpoint.piece_head or PieceHead.mean_log_probability(len(self.genres))
        self._temperature = np.float32(checkpoint.temperature)
        self._standardisation = checkpoint.standardisation
        self._outputs = checkpoint.places[-1].output_shape[0]
        self._places, self._weights = fold_batch_norm(checkpoint.places, checkpoint.weights)
        used = {place.name for place in self._places}
        self._training_only = tuple(p for p in checkpoint.places if p.name not in used)
        self.layers = (STANDARDISE, *(place.name for place in self._places))
        names = self.layers[1:]
        self.first_conv = next(p.name for p in self._places if p.layer.kind == "conv")
        after = self._places[names.index(self.first_conv) + 1]
        self.first_maps = after.name if after.layer.kind == "relu" else self.first_conv
        self._kernels: dict[str, FloatArray] = {}
        self._session = _session(graph(self._places, self._weights))
        quick = (self.layers[-1], self.first_maps)
        self._quick = _session(graph(self._places, self._weights, shown=quick))

    @property
    def places(self) -> tuple[Place, ...]:
        """Layers in use, with batch norm folded into the convolutions and dropout removed."""
        return tuple(self._places)

    @property
    def weights(self) -> Mapping[str, FloatArray]:
        """Weights of :attr:`places`: tensor name -> values."""
        return self._weights

    def with_kernels(self, weight: FloatArray, bias: FloatArray) -> Classifier:
        """Return a copy of the network with other kernels in its first convolution.

        Copies of a copy share its session, which takes the kernels as inputs, so only the first
        replacement is slow.

        Args:
            weight: of the shape that :meth:`kernels` returns for :attr:`first_conv`.
            bias: likewise.

        Raises:
            ValueError: if the shapes differ or values are not finite.
        """
        kernels = {
            f"{self.first_conv}.{part}": np.ascontiguousarray(values, np.float32)
            for part, values in (("weight", weight), ("bias", bias))
        }
        for name, values in kernels.items():
            if values.shape != self._weights[name].shape or not np.isfinite(values).all():
                raise ValueError(f"{name} must be finite and of shape {self._weights[name].shape}")
        other = copy(self)
        if not self._kernels:
            quick = (self.layers[-1], self.first_maps)
            other._session = _session(graph(self._places, self._weights, kernels))
            other._quick = _session(graph(self._places, self._weights, kernels, quick))
        other._weights, other._kernels = {**self._weights, **kernels}, kernels
        other.checkpoint = other._current_checkpoint()
        return other

    def _current_checkpoint(self) -> Checkpoint:
        """Return the layers and weights in use as a checkpoint."""
        architecture = tuple(place.layer for place in self._places)
        # Folding removed layers, so those of the same kind are numbered afresh.
        renamed = zip(self._places, places(architecture, self._outputs), strict=True)
        weights = {
            new: self._weights[old]
            for before, after in renamed
            for old, new in zip(before.parameters, after.parameters, strict=True)
        }
        return replace(self.checkpoint, architecture=architecture, weights=weights)

    @property
    def training_only(self) -> tuple[Place, ...]:
        """Layers used in training only: dropout, and batch norm folded into a convolution."""
        return self._training_only

    def kernels(self, layer: str) -> Kernels:
        """Return a copy of the weights of a convolution.

        Raises:
            KeyError: if there is no convolution of that name.
        """
        if not any(p.name == layer and p.layer.kind == "conv" for p in self._places):
            raise KeyError(layer)
        return Kernels(
            self._weights[f"{layer}.weight"].copy(), self._weights[f"{layer}.bias"].copy()
        )

    def predict(self, windows: NDArray[np.float32]) -> FloatArray:
        """Compute genre probabilities of many windows, given that they are music.

        Args:
            windows: (N, 100, 13) MFCC in librosa's scale.

        Returns:
            (N, genres), each row summing to 1.

        Raises:
            ValueError: if the shape differs or values are not finite.
        """
        return self.judge(windows)[0]

    def music(self, windows: NDArray[np.float32]) -> FloatArray:
        """Compute the probability that each of many windows is music.

        Args:
            windows: (N, 100, 13) MFCC in librosa's scale.

        Returns:
            (N,), 0 to 1; all 1 if the network cannot recognise non-music.

        Raises:
            ValueError: if the shape differs or values are not finite.
        """
        return self.judge(windows)[1]

    def judge(self, windows: NDArray[np.float32]) -> tuple[FloatArray, FloatArray]:
        """Compute what :meth:`predict` and :meth:`music` return, in one pass.

        Args:
            windows: (N, 100, 13) MFCC in librosa's scale.

        Returns:
            (N, genres) genre probabilities and (N,) probability of being music.

        Raises:
            ValueError: if the shape differs or values are not finite.
        """
        images = self._standardisation(_checked(windows))
        parts = [
            self._quick.run([self.layers[-1]], {IMAGE: images[at : at + BATCH], **self._kernels})[0]
            for at in range(0, len(images), BATCH)
        ]
        logits = np.concatenate([np.zeros((0, self._outputs), np.float32), *parts])
        return self._probabilities(logits), self._music(logits)

    def predict_piece(
        self, windows: NDArray[np.float32], hop_frames: float = HOP_FRAMES
    ) -> FloatArray:
        """Compute the genre probabilities of a stretch of music, given that it is music.

        Args:
            windows: (N, 100, 13) MFCC in librosa's scale of consecutive windows; N >= 1.
            hop_frames: frames from one window to the next, above 0.

        Returns:
            (genres,), summing to 1.

        Raises:
            ValueError: if there is no window, the shape differs or values are not finite.
        """
        return self.piece(self.predict(windows), hop_frames)

    def activations(
        self, window: NDArray[np.float32], layers: Iterable[str]
    ) -> dict[str, FloatArray]:
        """Compute the outputs of some layers for one window.

        Args:
            window: (100, 13) MFCC in librosa's scale.
            layers: names from :attr:`layers`.

        Returns:
            Layer -> (maps, height, width), or (units,) for flat layers.

        Raises:
            KeyError: if there is no such layer.
            ValueError: if the shape differs or values are not finite.
        """
        return dict(self.look(window, layers).activations)

    def image(self, window: NDArray[np.float32]) -> FloatArray:
        """Standardise a window as for the network's input.

        Args:
            window: (frames, 13) MFCC in librosa's scale; fewer than 100 while it still fills.

        Returns:
            (frames, 13), about 0 where the sound is like average music.
        """
        return np.asarray(self._standardisation(np.asarray(window)[None])[0, 0])

    def look(self, window: NDArray[np.float32], layers: Iterable[str] = ()) -> Look:
        """Compute probabilities and the outputs of some layers for one window, in one pass.

        Args:
            window: (100, 13) MFCC in librosa's scale.
            layers: names from :attr:`layers`.

        Raises:
            KeyError: if there is no such layer.
            ValueError: if the shape differs or values are not finite.
        """
        wanted = tuple(layers)
        if unknown := [name for name in wanted if name not in self.layers]:
            raise KeyError(f"no layer {', '.join(unknown)}; choose from {', '.join(self.layers)}")
        image = self._standardisation(_checked(np.asarray(window)[None]))
        within = [name for name in wanted if name != STANDARDISE]
        # A graph with fewer outputs runs faster; this one has those that the live view needs.
        session = self._quick if set(within) <= {self.first_maps} else self._session
        logits, *outputs = session.run([self.layers[-1], *within], {IMAGE: image, **self._kernels})
        found = dict(zip(within, (output[0] for output in outputs), strict=True))
        if STANDARDISE in wanted:
            found[STANDARDISE] = image[0]
        return Look(
            self._probabilities(logits)[0],
            float(self._music(logits)[0]),
            {name: found[name] for name in wanted},
        )

    def _probabilities(self, logits: FloatArray) -> FloatArray:
        return softmax(logits[:, : len(self.genres)] / self._temperature)

    def _music(self, logits: FloatArray) -> FloatArray:
        if self._outputs == len(self.genres):
            return np.ones(len(logits), np.float32)
        # Rounding can push the sum above 1.
        return np.asarray(softmax(logits)[:, : len(self.genres)].sum(axis=1).clip(max=1.0))


def _session(model: ModelProto) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    # One window is too little work to split between threads.
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    return onnxruntime.InferenceSession(
        model.SerializeToString(), options, providers=["CPUExecutionProvider"]
    )


def _checked(windows: NDArray[np.float32]) -> FloatArray:
    array = np.ascontiguousarray(windows, dtype=np.float32)
    if array.ndim != 3 or array.shape[1:] != (WINDOW_FRAMES, COEFFICIENTS):
        raise ValueError(f"windows must be (N, {WINDOW_FRAMES}, {COEFFICIENTS}), not {array.shape}")
    if not np.isfinite(array).all():
        raise ValueError("windows contain values that are not finite")
    return array


def load_classifier(path: str | Path | None = None) -> Classifier:
    """Load a model for inference.

    Args:
        path: checkpoint written by ``genre-monitor train``; None for the bundled model.

    Raises:
        CheckpointError: if the file is missing, damaged or not a genre-monitor model.
    """
    file = OWN_MODEL if path is None else Path(path)
    checkpoint = load_checkpoint(file)
    try:
        return Classifier(checkpoint, file.name)
    except Exception as error:
        # ONNX Runtime's exceptions have no common base class.
        raise CheckpointError(
            gettext("Could not run the network in {file}: {error}").format(file=file, error=error)
        ) from error
