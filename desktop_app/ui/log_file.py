"""The log file: device and model events, and uncaught exceptions, in files of bounded size."""

from __future__ import annotations

import logging
import sys
import threading
from collections import deque
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from desktop_app import __version__
from desktop_app.formatting.reason import reason_of
from desktop_app.formatting.text import message_line
from desktop_app.ui.data_folder import data_folder
from model.regular_file import check_regular
from resources.languages import gettext

MAX_BYTES = 256 * 1024
OLDER_FILES = 2
LINE = "%(asctime)s %(levelname)s %(name)s: %(message)s"

log = logging.getLogger(__name__)


class _BoundedLog(RotatingFileHandler):
    """Says once that something can't be logged; Python would print pages for every message."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, maxBytes=MAX_BYTES, backupCount=OLDER_FILES, encoding="utf-8")
        self._said = False

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802
        """Called where a message could not be written, while the exception is handled."""
        error = sys.exc_info()[1]
        if self._said or error is None:
            return
        self._said = True
        said = gettext("Could not write to the log {path}: {reason}. Part of it is missing.")
        _say(said.format(path=self.baseFilename, reason=reason_of(error)))


def _say(sentence: str) -> None:
    print(message_line(sentence), file=sys.stderr)


def log_path() -> Path:
    """Return the path of the log file."""
    return data_folder() / "genre-monitor.log"


def begin_log(path: Path) -> logging.Handler | None:
    """Start logging to a file: messages from level INFO up, and uncaught exceptions.

    Args:
        path: the log file; its folder is created.

    Returns:
        The handler, for :func:`end_log`. None if the file cannot be opened; standard error then
        says why.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        check_regular(path)
        handler = _BoundedLog(path)
    except OSError as error:
        said = gettext("Could not open the log {path}: {reason}. Continuing without a log.")
        _say(said.format(path=path, reason=reason_of(error)))
        return None
    handler.setFormatter(logging.Formatter(LINE))
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(min(root.level, logging.INFO))
    sys.excepthook = _log_uncaught
    threading.excepthook = lambda args: _log_uncaught(
        args.exc_type, args.exc_value or args.exc_type(), args.exc_traceback
    )
    log.info("genre-monitor %s started", __version__)
    return handler


def end_log(handler: logging.Handler | None) -> None:
    """Stop logging and close the file."""
    if handler is None:
        return
    sys.excepthook, threading.excepthook = sys.__excepthook__, threading.__excepthook__
    log.info("genre-monitor stopped")
    logging.getLogger().removeHandler(handler)
    handler.close()


def last_lines(path: Path, count: int) -> list[str]:
    """Return up to ``count`` lines from the end of the log; none if it cannot be read."""
    try:
        check_regular(path)
        with path.open(encoding="utf-8", errors="replace") as text:
            return [line.rstrip("\n") for line in deque(text, count)]
    except OSError:
        return []


def _log_uncaught(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    log.critical("Uncaught exception", exc_info=(kind, error, trace))
    sys.__excepthook__(kind, error, trace)
