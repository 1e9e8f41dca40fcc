"""Genre and state labels as the window writes them."""

from __future__ import annotations

from desktop_app.analysis.gate import State
from desktop_app.formatting.text import display_name


def name_of(label: str) -> str:
    """The name to show for a genre, or for a state such as silence."""
    return label.capitalize() if label in {state.value for state in State} else display_name(label)
