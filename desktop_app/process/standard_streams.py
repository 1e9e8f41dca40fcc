"""Standard input, output and error: all three open, whatever a service manager closed."""

from __future__ import annotations

import io
import os
import sys


def prepare_streams() -> None:
    """Open what is closed, and let standard output take any file name.

    Writing to a standard output that was closed fails as it would without Python; what goes to a
    closed standard error is lost.
    """
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            # Otherwise the next file opened would get this number, and what libraries print.
            os.open(os.devnull, os.O_WRONLY if number == 2 else os.O_RDONLY)
    # Python leaves out what was closed when it started.
    if sys.stdout is None:
        sys.stdout = io.TextIOWrapper(io.FileIO(1, "w"), "utf-8", write_through=True)
    if sys.stderr is None:
        sys.stderr = io.TextIOWrapper(io.FileIO(2, "w"), "utf-8", write_through=True)
    if isinstance(sys.stdout, io.TextIOWrapper):
        # File names may not be valid text; a UTF-8 output gets their original bytes.
        unicode = sys.stdout.encoding.lower().startswith("utf")
        sys.stdout.reconfigure(errors="surrogateescape" if unicode else "backslashreplace")
