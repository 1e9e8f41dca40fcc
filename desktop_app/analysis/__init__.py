"""From samples to frames for display: pipeline, silence gate, segments and analysis thread."""
