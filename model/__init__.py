"""MFCC features, the network, its training and its evaluation; independent of Qt and audio."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from model.model_errors import CheckpointError

if TYPE_CHECKING:
    from model.classifier import Classifier, load_classifier

# ONNX Runtime reads this when it is imported. Without it, it keeps a number for this computer on
# the disk and reports its use to a server of Microsoft.
os.environ["ORT_DISABLE_TELEMETRY"] = "1"

__all__ = ["CheckpointError", "Classifier", "load_classifier"]


def __getattr__(name: str) -> Any:
    # Loading ONNX Runtime takes time that live analysis, which only needs model.features, must
    # not wait for.
    if name in ("Classifier", "load_classifier"):
        from model import classifier

        return getattr(classifier, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
