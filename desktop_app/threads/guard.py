"""Keeps a thread's loop running after an unexpected exception, and reports what happened."""

from __future__ import annotations

import logging
from types import TracebackType

from resources.languages import gettext


class Guard:
    """Wraps one round of a thread's loop: ``with guard: ...``.

    An exception ends the round, not the thread. It is logged with its traceback, once for as long
    as it repeats, and kept as a sentence for the user.

    Attributes:
        fault: one sentence about the last unexpected exception, empty if there was none since
            :meth:`clear`.
    """

    def __init__(self, log: logging.Logger, work: str) -> None:
        """Guard a loop.

        Args:
            log: where exceptions are logged.
            work: what the thread does, as in "internal error while {work}".
        """
        self.fault = ""
        self._logged = ""
        self._log = log
        self._work = work

    def clear(self) -> None:
        """Clear the sentence, because something else begins; a repeat is still not logged."""
        self.fault = ""

    def __enter__(self) -> None:
        """Begin a round."""

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> bool:
        """End a round; suppress exceptions, except those that end the process."""
        if not isinstance(error, Exception):
            return False
        fault = gettext("Internal error while {work}: {error!r}.").format(
            work=gettext(self._work), error=error
        )
        # Logged first: whoever sees the sentence finds the traceback.
        if fault != self._logged:
            self._log.error("internal error while %s", self._work, exc_info=error)
        self.fault = self._logged = fault
        return True
