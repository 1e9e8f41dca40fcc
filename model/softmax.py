"""The softmax: from logits, numbers of any size, to probabilities."""

from __future__ import annotations

from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

Number = TypeVar("Number", bound=np.floating[Any])


def softmax(logits: NDArray[Number]) -> NDArray[Number]:
    """Compute probabilities that sum to 1 along the last axis.

    Args:
        logits: (..., outputs), finite.

    Returns:
        Of the same shape and precision, 0 to 1.
    """
    weights = np.exp(logits - logits.max(axis=-1, keepdims=True, initial=-np.inf))
    return np.asarray(weights / weights.sum(axis=-1, keepdims=True))
