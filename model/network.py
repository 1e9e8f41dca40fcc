"""An architecture as a torch module, for training."""

from __future__ import annotations

from collections import OrderedDict

import torch
from torch import Tensor, nn
from torch.nn import functional

from model.architecture import Architecture, Place, places


class TimePool(nn.Module):
    """Mean and maximum over all frames, side by side, flattened."""

    def forward(self, maps: Tensor) -> Tensor:
        """(N, channels, frames, coefficients) -> (N, 2 * channels * coefficients)."""
        return torch.cat([maps.mean(dim=2), maps.amax(dim=2)], dim=1).flatten(1)


class TimeConv(nn.Conv2d):
    """A convolution whose kernels see all coefficients at once, worked out as one over time.

    Half of the time on a CPU, for the same numbers.
    """

    def forward(self, maps: Tensor) -> Tensor:
        """(N, channels, frames, coefficients) -> (N, kernels, frames, 1)."""
        series = maps.transpose(2, 3).flatten(1, 2)
        weight = self.weight.transpose(2, 3).flatten(1, 2)
        stride, padding = self.stride[0], int(self.padding[0])
        return functional.conv1d(series, weight, self.bias, stride, padding)[..., None]


def build(architecture: Architecture, genres: int) -> nn.Sequential:
    """Turn a description into a torch module with fresh weights.

    Args:
        architecture: layers from the image to one value per genre.
        genres: how many there are.

    Returns:
        The layers by their names. Takes images (N, 1, 100, 13), gives logits (N, genres).

    Raises:
        ValueError: see :func:`model.architecture.places`.
    """
    found = places(architecture, genres)
    return nn.Sequential(OrderedDict((place.name, _module(place)) for place in found))


def _module(place: Place) -> nn.Module:
    layer, before, after = place.layer, place.input_shape, place.output_shape
    match layer.kind:
        case "conv":
            whole_width = layer.size[1] == before[2] and not layer.padding[1]
            kind = TimeConv if whole_width else nn.Conv2d
            return kind(before[0], after[0], layer.size, layer.stride, layer.padding)
        case "norm":
            return nn.BatchNorm2d(before[0])
        case "relu":
            return nn.ReLU()
        case "max_pool":
            return nn.MaxPool2d(layer.size, layer.stride, layer.padding)
        case "mean_pool":
            return nn.AvgPool2d(layer.size, layer.stride, layer.padding, count_include_pad=False)
        case "dropout":
            return nn.Dropout(layer.rate)
        case "time_pool":
            return TimePool()
        case "flatten":
            return nn.Flatten()
        case "dense":
            return nn.Linear(before[0], after[0])
