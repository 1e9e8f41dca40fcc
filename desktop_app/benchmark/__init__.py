"""How fast everything is, measured by ``genre-monitor benchmark``."""
