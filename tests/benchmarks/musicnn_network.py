"""The musicnn tagger (PyPI musicnn 0.1.0, ISC) in torch, reading its TensorFlow weights.

Source: Pons and Serra, *musicnn: Pre-trained convolutional neural networks for music audio
tagging*, ISMIR 2019 late-breaking; the architecture as in its ``models.py``, ``build_musicnn``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional

Floats = NDArray[np.float32]

BANDS, PATCH = 96, 187
"""Mel bands and frames (3 s) of its input."""
EPSILON = 1e-3
"""Of batch normalisation in TensorFlow 1."""


def _varint(data: bytes, at: int) -> tuple[int, int]:
    value = shift = 0
    while data[at] & 128:
        value |= (data[at] & 127) << shift
        at, shift = at + 1, shift + 7
    return value | data[at] << shift, at + 1


def _message(data: bytes) -> Iterator[tuple[int, Any]]:
    """Yield the fields of a protocol buffer as (number, value)."""
    at = 0
    while at < len(data):
        tag, at = _varint(data, at)
        if tag & 7:
            size, at = (4, at) if tag & 7 == 5 else _varint(data, at)
            yield tag >> 3, data[at : at + size]
            at += size
        else:
            value, at = _varint(data, at)
            yield tag >> 3, value


def _block(table: bytes, handle: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield keys and values of a block of an uncompressed LevelDB table."""
    offset, at = _varint(handle, 0)
    size, _ = _varint(handle, at)
    block, key, at = table[offset : offset + size], b"", 0
    while at < size - 4 - 4 * int.from_bytes(block[-4:], "little"):
        shared, at = _varint(block, at)
        fresh, at = _varint(block, at)
        length, at = _varint(block, at)
        key = key[:shared] + block[at : at + fresh]
        at += fresh + length
        yield key, block[at - length : at]


def read_checkpoint(folder: Path) -> dict[str, Tensor]:
    """Read the float variables of a TensorFlow checkpoint without TensorFlow, by name."""
    table = (folder / ".index").read_bytes()
    data = (folder / ".data-00000-of-00001").read_bytes()
    footer, at, found = table[-48:], 0, {}
    for _ in range(2):  # the handle of the meta index
        _, at = _varint(footer, at)
    for _, handle in _block(table, footer[at:]):
        for key, value in _block(table, handle):
            entry = dict(_message(value))
            if key and b"Adam" not in key and entry.get(1) == 1:  # float32
                shape = [dict(_message(size))[1] for _, size in _message(entry.get(2, b""))]
                start = entry.get(4, 0)
                array = np.frombuffer(data[start : start + entry[5]], "<f4").reshape(shape)
                found[key.decode()] = torch.tensor(array)
    return found


class Musicnn:
    """The network of ``musicnn/models.py`` (``build_musicnn``) for inference."""

    def __init__(self, folder: Path) -> None:
        """Read the weights from a TensorFlow checkpoint folder."""
        self.variables = read_checkpoint(folder)

    def _norm(self, x: Tensor, number: int, dim: int) -> Tensor:
        name = "batch_normalization" + (f"_{number}" if number else "")
        parts = ("gamma", "beta", "moving_mean", "moving_variance")
        gamma, beta, mean, variance = (self.variables[f"{name}/{part}"] for part in parts)
        scale = gamma / torch.sqrt(variance + EPSILON)
        shape = [1] * x.ndim
        shape[dim] = -1
        return torch.addcmul((beta - mean * scale).view(shape), x, scale.view(shape))

    def _convolve(self, x: Tensor, number: int) -> Tensor:
        """Apply convolution, ReLU and batch norm: (N, 1, T, F) -> (N, maps, T', F')."""
        name = "conv2d" + (f"_{number}" if number else "")
        kernel = self.variables[f"{name}/kernel"].permute(3, 2, 0, 1).contiguous()
        out = functional.conv2d(x, kernel, self.variables[f"{name}/bias"])
        return self._norm(functional.relu(out), number + 1, 1)

    def _dense(self, x: Tensor, name: str) -> Tensor:
        return x @ self.variables[f"{name}/kernel"] + self.variables[f"{name}/bias"]

    def _timbral(self, x: Tensor) -> Tensor:
        """Compute timbral features: (N, T + 6, F) -> (N, T, 408)."""
        maps = [self._convolve(x[:, None], n).amax(3) for n in (0, 1)]
        return torch.cat(maps, 1).transpose(1, 2)

    def _temporal(self, x: Tensor) -> Tensor:
        """Compute temporal features with kernels over time only: (N, T, F) -> (N, T, 153)."""
        maps = []
        for number, size in zip((2, 3, 4), (128, 64, 32), strict=True):
            kernel = self.variables[f"conv2d_{number}/kernel"].reshape(size, -1).T.contiguous()
            bias = self.variables[f"conv2d_{number}/bias"][:, None]
            shape, peaks = (size, x.shape[1] * BANDS), []
            for patch in x:
                padded = functional.pad(patch, (0, 0, (size - 1) // 2, size // 2))
                # Row j is the patch shifted by j frames.
                out = kernel @ torch.as_strided(padded, shape, (BANDS, 1))
                out = self._norm(out.add_(bias).relu_(), number + 1, 0)
                peaks.append(out.unflatten(1, (-1, BANDS)).amax(2).T)
            maps.append(torch.stack(peaks))
        return torch.cat(maps, 2)

    @torch.inference_mode()
    def __call__(self, log_mel: Floats, starts: Sequence[int]) -> dict[str, Floats]:
        """Classify patches of one recording.

        Args:
            log_mel: (frames, 96) log-compressed mel power at 16 kHz, at least 187 frames.
            starts: first frame of each patch of 187.

        Returns:
            ``tags`` (N, 50), ``penultimate`` (N, 200) and ``pool`` (N, 1506) activations.
        """
        x = self._norm(torch.from_numpy(log_mel)[None], 0, 0)[0]
        timbral = self._timbral(x[None])[0]  # frames 3 to T - 3, shared by all patches
        patch = torch.stack([x[s : s + PATCH] for s in starts])
        head = self._timbral(functional.pad(patch[:, :6], (0, 0, 3, 0)))
        tail = self._timbral(functional.pad(patch[:, -6:], (0, 0, 0, 3)))
        middle = torch.stack([timbral[s : s + PATCH - 6] for s in starts])
        layers = [torch.cat([torch.cat([head, middle, tail], 1), self._temporal(patch)], 2)]
        for number in (5, 6, 7):
            padded = functional.pad(layers[-1], (0, 0, 3, 3))[:, None]
            out = self._convolve(padded, number)[..., 0].transpose(1, 2)
            layers.append(out if number == 5 else out + layers[-1])
        features = torch.cat(layers, 2)
        pool = torch.stack([features.amax(1), features.mean(1)], 2).flatten(1)
        dense = self._norm(functional.relu(self._dense(self._norm(pool, 9, 1), "dense")), 10, 1)
        tags = torch.sigmoid(self._dense(dense, "dense_1"))
        return {"tags": tags.numpy(), "penultimate": dense.numpy(), "pool": pool.numpy()}
