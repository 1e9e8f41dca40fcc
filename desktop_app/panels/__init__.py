"""The live page's widgets: each draws what a frame or a model contains and decides nothing."""
