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


def graph(places: Sequence[Place], weights: Weights, free: Collection[str] = ()) -> ModelProto:
    """Turn layers and weights into a graph from images to every layer's output.

    Args:
        places: layers as :func:`folded` leaves them.
        weights: of these layers.
        free: names of weights that every run is given anew.

    Returns:
        A model whose input ``image`` is (N, 1, 100, 13) and whose outputs are the layers' names.
    """
    nodes = []
    value = IMAGE
    for place in places:
        nodes += _nodes(place, value)
        value = place.name
    inputs = [helper.make_tensor_value_info(IMAGE, TensorProto.FLOAT, ["N", 1, None, None])]
    inputs += [
        helper.make_tensor_value_info(name, TensorProto.FLOAT, weights[name].shape) for name in free
    ]
    outputs = [
        helper.make_tensor_value_info(place.name, TensorProto.FLOAT, ["N", *place.output_shape])
        for place in places
    ]
    constants = [
        numpy_helper.from_array(value, name) for name, value in weights.items() if name not in free
    ]
    made = helper.make_graph(nodes, "genre-monitor", inputs, outputs, constants)
    opset = [helper.make_opsetid("", OPSET)]
    return helper.make_model(made, opset_imports=opset, ir_version=IR_VERSION)


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
                node("ReduceMean", [value], mean, axes=[2], keepdims=0),
                node("ReduceMax", [value], highest, axes=[2], keepdims=0),
                node("Concat", [mean, highest], both, axis=1),
                node("Flatten", [both], name),
            ]
        case "flatten":
            return [node("Flatten", [value], name)]
        case "dense":
            return [node("Gemm", [value, f"{name}.weight", f"{name}.bias"], name, transB=1)]
    raise ValueError(f"{layer.kind} is no layer of a network in use")
