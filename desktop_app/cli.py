"""The command line: opens the window or runs a command.

Data goes to standard output, messages to standard error. The exit status is 0 on success, 1 if
something failed (the other files are done), 2 for wrong usage and 130 after Ctrl-C.
"""

import os
import sys

# Nothing else yet, because until main() has begun, Ctrl-C is Python's: it prints a traceback.
from desktop_app.process.leaving import SENTENCE, STATUS, leave_at_once


def main(arguments: list[str] | None = None) -> int:
    """Run ``genre-monitor``.

    Args:
        arguments: of the command line, without the program's name; by default those of the process.

    Returns:
        The exit status.

    Raises:
        ModuleNotFoundError: a required package is not installed.
    """
    if arguments is not None:
        return _run(arguments)
    leave_at_once()
    from desktop_app.process.interrupts import end_what_hangs, ignore

    end_what_hangs()
    try:
        return _run(sys.argv[1:])
    finally:
        ignore()


def _run(given: list[str]) -> int:
    from desktop_app.process.shadowed import shadowed
    from desktop_app.process.standard_streams import prepare_streams

    prepare_streams()
    if problem := shadowed():
        print(f"genre-monitor: {problem}", file=sys.stderr)
        return 2
    from resources import languages

    languages.use(languages.best(languages.of_the_system()))
    from desktop_app.commands import entry
    from desktop_app.commands.options import Refused
    from desktop_app.formatting.reason import reason_of
    from desktop_app.formatting.text import message_line

    try:
        try:
            return entry.run(given)
        finally:
            sys.stdout.flush()
    except Refused as refused:
        print(message_line(str(refused)), file=sys.stderr)
        return 2
    except BrokenPipeError:
        # The reader of the output, such as head, has exited.
        _drop_output()
        return 0
    except OSError as error:
        problem = (
            languages.gettext("Could not write to standard output: {reason}")
            if error.filename is None
            else languages.gettext("Could not open {file}: {reason}")
        )
        said = problem.format(file=error.filename, reason=reason_of(error))
        print(message_line(f"{said}."), file=sys.stderr)
        _drop_output()
        return 1
    except KeyboardInterrupt:
        print(SENTENCE, file=sys.stderr)
        return STATUS


def _drop_output() -> None:
    # Otherwise Python reports the error again when it flushes at exit.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
