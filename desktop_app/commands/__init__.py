"""What ``genre-monitor`` can do without a window, one command a file."""
