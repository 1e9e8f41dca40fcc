"""The log: what happened to devices and models, in the platform's place, never growing."""

from __future__ import annotations

import logging
import sys
import threading
from collections import deque
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QStandardPaths

from desktop_app import __version__

MOST_BYTES = 256 * 1024
OLDER_FILES = 2
LINE = "%(asctime)s %(levelname)s %(name)s: %(message)s"

log = logging.getLogger(__name__)


def log_path() -> Path:
    """Where the log is."""
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericDataLocation)
    return Path(place) / "genre-monitor" / "genre-monitor.log"


def begin_log(path: Path) -> logging.Handler | None:
    """Write everything from INFO on to a file, and what no part of the program caught.

    Args:
        path: of the file; its folder is made.

    Returns:
        What to give to :func:`end_log`; None, and a sentence on standard error, if the file can't
        be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(
            path, maxBytes=MOST_BYTES, backupCount=OLDER_FILES, encoding="utf-8"
        )
    except OSError as error:
        print(f"genre-monitor: no log is kept, {path}: {error.strerror}.", file=sys.stderr)
        return None
    handler.setFormatter(logging.Formatter(LINE))
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(min(root.level, logging.INFO))
    sys.excepthook = _note_uncaught
    threading.excepthook = lambda args: _note_uncaught(
        args.exc_type, args.exc_value or args.exc_type(), args.exc_traceback
    )
    log.info("genre-monitor %s begins", __version__)
    return handler


def end_log(handler: logging.Handler | None) -> None:
    """Close the file."""
    if handler is None:
        return
    sys.excepthook, threading.excepthook = sys.__excepthook__, threading.__excepthook__
    log.info("genre-monitor ends")
    logging.getLogger().removeHandler(handler)
    handler.close()


def last_lines(path: Path, count: int) -> list[str]:
    """The newest lines of the log, oldest first; none if there is no log."""
    try:
        with path.open(encoding="utf-8", errors="replace") as text:
            return [line.rstrip("\n") for line in deque(text, count)]
    except OSError:
        return []


def _note_uncaught(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    log.critical("nobody caught this", exc_info=(kind, error, trace))
    sys.__excepthook__(kind, error, trace)
