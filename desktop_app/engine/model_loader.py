"""Loads models in the background, so that neither the window nor the sound waits."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from desktop_app.threads.newest_request import NewestRequest, Ticket
from model.features import COEFFICIENTS, WINDOW_FRAMES
from model.model_errors import CheckpointError
from resources.languages import N_, gettext

if TYPE_CHECKING:
    from model.classifier import Classifier

CLOSING_SECONDS = 2.0
"""A load takes less, unless a network disk hangs."""


@dataclass(frozen=True)
class _LoadRequest:
    path: Path | None
    or_own: bool
    for_this_run: bool


class ModelLoader:
    """Loads the model requested last."""

    def __init__(self, use: Callable[[Classifier, Path | None, bool], None]) -> None:
        """Start without a request.

        Args:
            use: called with each model that is loaded and still wanted, the path of its file (None
                for the app's own), and whether it is for this run only.
        """
        self._use = use
        self._refused = ""
        self._requests = NewestRequest("model loader", N_("loading the model"), self._load)

    @property
    def problem(self) -> str:
        """One sentence if the model requested last could not be loaded, else empty."""
        return self._requests.fault or self._refused

    def load(self, path: Path | None, *, or_own: bool = False, for_this_run: bool = False) -> None:
        """Load a model; until then, the present one stays in use.

        Args:
            path: of its file, None for the app's own.
            or_own: if it can't be loaded, load the app's own and say why.
            for_this_run: whether the app is not to start with it again.
        """
        self._requests.ask(_LoadRequest(path, or_own, for_this_run))

    def close(self, timeout_s: float = CLOSING_SECONDS) -> bool:
        """Stop loading; return whether every thread has ended within ``timeout_s`` seconds."""
        return self._requests.close(timeout_s)

    def _load(self, request: _LoadRequest, ticket: Ticket) -> None:
        # Imported only here, so that the window doesn't wait for ONNX Runtime.
        from model.classifier import load_classifier

        path, refused = request.path, ""
        classifier: Classifier | None = None
        try:
            classifier = load_classifier(path)
        except CheckpointError as error:
            refused = str(error)
            if request.or_own and path is not None:
                refused += gettext(" Using the app’s own model instead.")
                path, classifier = None, load_classifier()
        if classifier is not None:
            # The first run of a network is slow; no window of sound should wait for it.
            classifier.look(np.zeros((WINDOW_FRAMES, COEFFICIENTS), np.float32))

        def finish() -> None:
            self._refused = refused
            if classifier is not None:
                self._use(classifier, path, request.for_this_run)

        ticket.deliver(finish)
