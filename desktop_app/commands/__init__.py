"""The commands of ``genre-monitor`` that open no window, one module per command."""
