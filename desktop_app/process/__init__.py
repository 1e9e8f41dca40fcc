"""The process itself: its interruption and streams, whose modules it imports, and its workers."""
