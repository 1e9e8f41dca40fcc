"""What a CSV file needs so that a spreadsheet opens it as it is meant."""

from __future__ import annotations

import re

BYTE_ORDER_MARK = "\ufeff"
"""At the beginning of a file, it says that the file is UTF-8; without it, *Été* becomes *Ã‰tÃ©*."""
FORMULA = re.compile(r"'*[=+\-@\t\r]")
"""Beginning of a text that a spreadsheet would compute, or of one that was kept from that."""


def harmless(text: str) -> str:
    """Put an apostrophe before a text that a spreadsheet would take for a formula."""
    return f"'{text}" if FORMULA.match(text) else text


def original(text: str) -> str:
    """The text that :func:`harmless` was given."""
    return text[1:] if text.startswith("'") and FORMULA.match(text) else text
