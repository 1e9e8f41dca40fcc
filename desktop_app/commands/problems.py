"""Tells the user what failed: a few problems one by one, many in a file."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from desktop_app.formatting.reason import reason_of
from desktop_app.formatting.text import message_line, visible
from resources.languages import gettext

MAX_LINES = 20


def tell(problems: Sequence[str], output: Path | None = None) -> None:
    """Print problems to standard error, one a line; too many are written to a file.

    Args:
        problems: one sentence each.
        output: what the command writes; the file is put beside it, by default into the system's
            folder for temporary files.
    """
    shown = problems if len(problems) <= MAX_LINES else problems[:3]
    for problem in shown:
        print(message_line(problem), file=sys.stderr)
    if len(shown) < len(problems):
        print(message_line(_listed(problems, output)), file=sys.stderr)


def _listed(problems: Sequence[str], output: Path | None) -> str:
    text = "".join(f"{visible(problem)}\n" for problem in problems)
    try:
        if output is None:
            handle, name = tempfile.mkstemp(".txt", "genre-monitor-problems-")
            path = Path(name)
            os.close(handle)
        else:
            path = output.with_name(f"{output.name}.problems.txt")
        path.write_text(text, "utf-8", "surrogateescape")
    except OSError as error:
        return gettext(
            "There were {problems} problems. They could not be listed: {reason}."
        ).format(problems=len(problems), reason=reason_of(error))
    return gettext("There were {problems} problems. All of them are listed in {path}.").format(
        problems=len(problems), path=path
    )
