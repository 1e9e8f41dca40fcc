"""Why something failed, in the words of the system or of the library that says so."""

from __future__ import annotations


def reason_of(error: BaseException) -> str:
    """The reason that an exception gives, without its number, file name and full stop.

    Args:
        error: of the system, of FFmpeg or soundfile, which call it by names of their own, or any
            other.

    Returns:
        Words that end a sentence after a colon; never empty.
    """
    stated = getattr(error, "error_string", None) or getattr(error, "strerror", None) or error
    return str(stated).rstrip(".") or type(error).__name__
