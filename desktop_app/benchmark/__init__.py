"""The measurements behind ``genre-monitor benchmark``."""
