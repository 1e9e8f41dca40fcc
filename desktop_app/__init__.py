"""genre-monitor: what a convolutional network hears, live."""

__version__ = "0.1.0"
