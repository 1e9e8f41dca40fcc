"""An architecture and its weights as an ONNX graph, for inference.

ONNX Runtime takes a third of torch's time for one window, and avoids torch's import time of one
second and its 200 MB.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from onnx import ModelProto, TensorProto, helper, numpy_helper

from model.architecture import NORM_EPSILON, Place

IMAGE = "image"
OPSET, IR_VERSION = 17, 8
"""Old enough for every supported version of ONNX Runtime."""

Weights = Mapping[str, NDArray[Any]]


def fold_batch_norm(
    places: Sequence[Place], weights: Weights
) -> tuple[list[Place], dict[str, NDArray[np.float32]]]:
    """Fold every batch norm that follows a convolution into the weights of that convolution.

    Afterwards each pixel of a convolution's map is just patch x kernel + bias. Dropout, which does
    nothing at inference, is removed.

    Args:
        places: all layers, in order.
        weights: tensor name -> values.

    Returns:
        The remaining layers, and their weights in float32.
    """
    left: list[Place] = []
    kept = {name: np.asarray(value, np.float32) for name, value in weights.items()}
    for place in places:
        if place.layer.kind == "norm" and left and left[-1].layer.kind == "conv":
            gain, shift = _gain_and_shift(place.name, kept)
            conv = left[-1].name
            kept[f"{conv}.weight"] = kept[f"{conv}.weight"] * gain[:, None, None, None]
            kept[f"{conv}.bias"] = kept[f"{conv}.bias"] * gain + shift
        elif place.layer.kind != "dropout":
            left.append(place)
    wanted = {name for place in left for name in place.parameters}
    return left, {name: value for name, value in kept.items() if name in wanted}


def _gain_and_shift(
    norm: str, weights: Mapping[str, NDArray[np.float32]]
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    gain = weights[f"{norm}.weight"] / np.sqrt(weights[f"{norm}.running_var"] + NORM_EPSILON)
    return gain, weights[f"{norm}.bias"] - weights[f"{norm}.running_mean"] * gain


def graph(
    places: Sequence[Place],
    weights: Weights,
    free: Collection[str] = (),
    shown: Collection[str] | None = None,
) -> ModelProto:
    """Build a graph that maps images to the outputs of layers.

    Args:
        places: layers as returned by :func:`fold_batch_norm`.
        weights: of these layers, tensor name -> values.
        free: names of weights that are inputs of every run instead of constants.
        shown: names of the layers that are outputs of the graph, None for all; each one costs
            time even in runs that do not ask for it.

    Returns:
        A model whose input ``image`` is (N, 1, 100, 13) and whose outputs bear the layers' names.
    """
    nodes = []
    value = IMAGE
    constants = {name: array for name, array in weights.items() if name not in free}
    for place in places:
        weight = f"{place.name}.weight"
        if _spans_all_coefficients(place) and weight in constants:
            nodes += _temporal_convolution(place, value)
            constants[weight] = _merge_channels(constants[weight])
        else:
            nodes += _nodes(place, value)
        value = place.name
    inputs = [helper.make_tensor_value_info(IMAGE, TensorProto.FLOAT, ["N", 1, None, None])]
    inputs += [
        helper.make_tensor_value_info(name, TensorProto.FLOAT, weights[name].shape) for name in free
    ]
    outputs = [
        helper.make_tensor_value_info(place.name, TensorProto.FLOAT, ["N", *place.output_shape])
        for place in places
        if shown is None or place.name in shown
    ]
    initial = [numpy_helper.from_array(array, name) for name, array in constants.items()]
    onnx_graph = helper.make_graph(nodes, "genre-monitor", inputs, outputs, initial)
    opset = [helper.make_opsetid("", OPSET)]
    return helper.make_model(onnx_graph, opset_imports=opset, ir_version=IR_VERSION)


def _spans_all_coefficients(place: Place) -> bool:
    """Return whether the kernels span all coefficients and so slide over time only."""
    layer = place.layer
    return (
        layer.kind == "conv"
        and place.input_shape[2] > 1
        and (layer.size[1], layer.padding[1]) == (place.input_shape[2], 0)
    )


def _merge_channels(weight: NDArray[Any]) -> NDArray[Any]:
    """Reshape kernels: (out, in, height, width) -> (out, in x width, height, 1)."""
    out, maps, height, width = weight.shape
    transposed = weight.transpose(0, 1, 3, 2).reshape(out, maps * width, height, 1)
    return np.ascontiguousarray(transposed)


def _temporal_convolution(place: Place, value: str) -> list[Any]:
    """Convolve over time only, with every coefficient of every map as a channel.

    This takes ONNX Runtime two thirds of the time of the equivalent 2-D convolution.
    """
    name, layer = place.name, place.layer
    maps, frames, width = place.input_shape
    transposed, flat, shape = (f"{name}.{part}" for part in ("transposed", "flat", "shape"))
    return [
        helper.make_node("Transpose", [value], [transposed], perm=[0, 1, 3, 2]),
        helper.make_node("Constant", [], [shape], value_ints=[0, maps * width, frames, 1]),
        helper.make_node("Reshape", [transposed, shape], [flat]),
        helper.make_node(
            "Conv", [flat, f"{name}.weight", f"{name}.bias"], [name],
            kernel_shape=(layer.size[0], 1), strides=(layer.stride[0], 1),
            pads=(layer.padding[0], 0) * 2,
        ),
    ]  # fmt: skip


def _nodes(place: Place, value: str) -> list[Any]:
    name, layer = place.name, place.layer

    def node(kind: str, inputs: Sequence[str], output: str, **settings: Any) -> Any:
        return helper.make_node(kind, inputs, [output], **settings)

    window = {"kernel_shape": layer.size, "strides": layer.stride, "pads": layer.padding * 2}
    match layer.kind:
        case "conv":
            return [node("Conv", [value, f"{name}.weight", f"{name}.bias"], name, **window)]
        case "norm":
            parts = [f"{name}.{part}" for part in ("weight", "bias", "running_mean", "running_var")]
            return [node("BatchNormalization", [value, *parts], name, epsilon=NORM_EPSILON)]
        case "relu":
            return [node("Relu", [value], name)]
        case "max_pool":
            return [node("MaxPool", [value], name, **window)]
        case "mean_pool":
            return [node("AveragePool", [value], name, **window)]
        case "time_pool":
            mean, highest, both = f"{name}.mean", f"{name}.max", f"{name}.both"
            return [
                # Pooling over the full length takes a fifth of the time of a reduction.
                node("AveragePool", [value], mean, kernel_shape=(place.input_shape[1], 1)),
                node("MaxPool", [value], highest, kernel_shape=(place.input_shape[1], 1)),
                node("Concat", [mean, highest], both, axis=1),
                node("Flatten", [both], name),
            ]
        case "flatten":
            return [node("Flatten", [value], name)]
        case "dense":
            return [node("Gemm", [value, f"{name}.weight", f"{name}.bias"], name, transB=1)]
    raise ValueError(f"layers of kind {layer.kind} have no place in inference")
