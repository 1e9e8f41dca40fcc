"""Damages files of every format, and looks for what opening, seeking and reading them breaks."""
