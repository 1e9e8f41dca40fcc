"""Loads models on threads of its own, so that neither window nor sound waits."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from model.features import COEFFICIENTS, WINDOW_FRAMES
from model.model_errors import CheckpointError

if TYPE_CHECKING:
    from model.classifier import Classifier

log = logging.getLogger(__name__)


class ModelLoader:
    """Keeps the model in use; the one asked for last wins.

    Attributes:
        classifier: the model in use, None until the first is loaded.
        path: where it lies, None for the app's own.
        problem: one sentence if the last model could not be loaded, else empty.
    """

    def __init__(self, use: Callable[[Classifier], None]) -> None:
        """
        Args:
            use: told of every model that is ready.
        """
        self.classifier: Classifier | None = None
        self.path: Path | None = None
        self.problem = ""
        self._use = use
        self._newest: threading.Thread | None = None
        self._threads: list[threading.Thread] = []

    def load(self, path: Path | None, *, or_own: bool = False) -> None:
        """Load a model; the one in use serves until then.

        Args:
            path: where it lies, None for the one that comes with the app.
            or_own: if it can't be loaded, take the app's own, and say why.
        """
        self._threads = [thread for thread in self._threads if thread.is_alive()]
        self._newest = threading.Thread(target=self._run, args=(path, or_own), name="model loader")
        self._threads.append(self._newest)
        self._newest.start()

    def close(self) -> None:
        """Wait for what is still being loaded."""
        for thread in self._threads:
            thread.join()

    def _run(self, path: Path | None, or_own: bool) -> None:
        # Imported only here: the window comes before ONNX Runtime.
        from model.classifier import load_classifier

        problem, classifier = "", None
        try:
            classifier = load_classifier(path)
        except CheckpointError as error:
            problem = str(error)
            if or_own and path is not None:
                problem += " The app's own model is used instead."
                path, classifier = None, load_classifier()
        except Exception as error:
            log.exception("a model met a fault of the program")
            problem = f"A fault inside genre-monitor while the model was loaded: {error!r}."
        if classifier is not None:
            # The first run of a network is slow; no window of sound should wait for it.
            classifier.look(np.zeros((WINDOW_FRAMES, COEFFICIENTS), np.float32))
        if threading.current_thread() is not self._newest:
            return
        self.problem = problem
        if classifier is not None:
            self.path = path
            self.classifier = classifier
            self._use(classifier)
