"""An architecture with its weights as an ONNX graph, for use.

ONNX Runtime takes a third of torch's time for one window and needs neither torch's second of
importing nor its 200 MB.
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
"""Old enough for every ONNX Runtime that we support."""

Weights = Mapping[str, NDArray[Any]]


def folded(
    places: Sequence[Place], weights: Weights
) -> tuple[list[Place], dict[str, NDArray[np.float32]]]:
    """The same function with every batch norm that follows a convolution worked into it.

    Afterwards each pixel of a convolution's map is patch x kernel + bias and no more. Dropout,
    which does nothing outside training, is left out.

    Args:
        places: all layers, in order.
        weights: tensor name -> values.

    Returns:
        The layers that are left, and their weights in float32.
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
    """Turn layers and weights into a graph from images to layers' outputs.

    Args:
        places: layers as :func:`folded` leaves them.
        weights: of these layers.
        free: names of weights that every run is given anew.
        shown: names of the layers whose outputs can be asked for, None for all; each that can be
            takes time even where it isn't.

    Returns:
        A model whose input ``image`` is (N, 1, 100, 13) and whose outputs are the layers' names.
    """
    nodes = []
    value = IMAGE
    constants = {name: array for name, array in weights.items() if name not in free}
    for place in places:
        weight = f"{place.name}.weight"
        if _sees_all_coefficients(place) and weight in constants:
            nodes += _over_time(place, value)
            constants[weight] = _flat(constants[weight])
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
    made = helper.make_graph(nodes, "genre-monitor", inputs, outputs, initial)
    opset = [helper.make_opsetid("", OPSET)]
    return helper.make_model(made, opset_imports=opset, ir_version=IR_VERSION)


def _sees_all_coefficients(place: Place) -> bool:
    """Whether a convolution sees all coefficients at once, so that it slides over time alone."""
    layer = place.layer
    return (
        layer.kind == "conv"
        and place.input_shape[2] > 1
        and (layer.size[1], layer.padding[1]) == (place.input_shape[2], 0)
    )


def _flat(weight: NDArray[Any]) -> NDArray[Any]:
    """(out, in, height, width) -> (out, in x width, height, 1)."""
    out, maps, height, width = weight.shape
    turned = weight.transpose(0, 1, 3, 2).reshape(out, maps * width, height, 1)
    return np.ascontiguousarray(turned)


def _over_time(place: Place, value: str) -> list[Any]:
    """Such a convolution as one over time alone, with every coefficient of every map as a channel.

    ONNX Runtime takes two thirds of the time for it.
    """
    name, layer = place.name, place.layer
    maps, frames, width = place.input_shape
    turned, flat, shape = (f"{name}.{part}" for part in ("turned", "flat", "shape"))
    return [
        helper.make_node("Transpose", [value], [turned], perm=[0, 1, 3, 2]),
        helper.make_node("Constant", [], [shape], value_ints=[0, maps * width, frames, 1]),
        helper.make_node("Reshape", [turned, shape], [flat]),
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
                # Pools of one window: they take a fifth of the time of reductions.
                node("AveragePool", [value], mean, kernel_shape=(place.input_shape[1], 1)),
                node("MaxPool", [value], highest, kernel_shape=(place.input_shape[1], 1)),
                node("Concat", [mean, highest], both, axis=1),
                node("Flatten", [both], name),
            ]
        case "flatten":
            return [node("Flatten", [value], name)]
        case "dense":
            return [node("Gemm", [value, f"{name}.weight", f"{name}.bias"], name, transB=1)]
    raise ValueError(f"{layer.kind} is no layer of a network in use")
