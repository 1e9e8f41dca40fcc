"""genre-monitor shows live what a convolutional network makes of music."""

APPLICATION = "genre-monitor"
"""Its name, for people and for the system."""
__version__ = "0.1.0"
