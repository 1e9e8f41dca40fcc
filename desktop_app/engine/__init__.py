"""The engine behind the window: the source, its thread and its health; independent of Qt."""
