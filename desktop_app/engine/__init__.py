"""The running whole without a window: one source, its thread and its health; knows no Qt."""
