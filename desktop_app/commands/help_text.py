"""Lays out what ``--help`` prints, so that names can be copied from it."""

from __future__ import annotations

import argparse
import textwrap


class WholeNames(argparse.HelpFormatter):
    """Breaks lines at spaces only: ``--min-probability`` and ``restore-tags`` stay whole."""

    def _split_lines(self, text: str, width: int) -> list[str]:
        return textwrap.wrap(" ".join(text.split()), width, break_on_hyphens=False)

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        return textwrap.fill(
            " ".join(text.split()), width, initial_indent=indent, subsequent_indent=indent,
            break_on_hyphens=False,
        )  # fmt: skip
