"""An architecture as a torch module, for training."""

from __future__ import annotations

from collections import OrderedDict

import torch
from torch import Tensor, nn
from torch.nn import functional

from model.architecture import Architecture, Place, places


class TimePool(nn.Module):
    """Concatenates mean and maximum over all frames, flattened."""

    def forward(self, maps: Tensor) -> Tensor:
        """Pool (N, channels, frames, coefficients) to (N, 2 * channels * coefficients)."""
        return torch.cat([maps.mean(dim=2), maps.amax(dim=2)], dim=1).flatten(1)


class TimeConv(nn.Conv2d):
    """A convolution whose kernels span all coefficients, computed as one matrix product.

    On a CPU this takes less than half the time for the same result.
    """

    def forward(self, maps: Tensor) -> Tensor:
        """Convolve (N, channels, frames, coefficients) to (N, kernels, frames, 1)."""
        padding, stride = int(self.padding[0]), self.stride[0]
        series = maps.permute(0, 2, 3, 1).flatten(2)
        padded = functional.pad(series, (0, 0, padding, padding))
        length = self.weight.shape[2]
        last = padded.shape[1] - length + 1
        patches = torch.cat([padded[:, at : at + last : stride] for at in range(length)], dim=2)
        weight = self.weight.permute(0, 2, 3, 1).flatten(1)
        return functional.linear(patches, weight, self.bias).transpose(1, 2)[..., None]


def build(architecture: Architecture, genres: int) -> nn.Sequential:
    """Build a torch module with freshly initialised weights.

    Args:
        architecture: layers from the image to the logits.
        genres: number of outputs.

    Returns:
        The layers by name. Maps images (N, 1, 100, 13) to logits (N, genres).

    Raises:
        ValueError: if the layers do not fit together or do not end in ``genres`` values.
    """
    found = places(architecture, genres)
    return nn.Sequential(OrderedDict((place.name, _module(place)) for place in found))


def _module(place: Place) -> nn.Module:
    layer, before, after = place.layer, place.input_shape, place.output_shape
    match layer.kind:
        case "conv":
            full_width = layer.size[1] == before[2] and not layer.padding[1]
            kind = TimeConv if full_width else nn.Conv2d
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
