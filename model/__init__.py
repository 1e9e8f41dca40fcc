"""MFCC, the network and everything about training and judging it; knows no window and no device."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from model.model_errors import CheckpointError

if TYPE_CHECKING:
    from model.classifier import Classifier, load_classifier

__all__ = ["CheckpointError", "Classifier", "load_classifier"]


def __getattr__(name: str) -> Any:
    # torch costs more than a second to import; the live road needs model.features before that.
    if name in ("Classifier", "load_classifier"):
        from model import classifier

        return getattr(classifier, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
