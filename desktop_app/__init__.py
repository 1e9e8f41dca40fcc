"""genre-monitor shows live what a convolutional network makes of music."""

__version__ = "0.1.0"
