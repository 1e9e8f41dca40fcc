"""One widget a file; each draws what a frame or a model says and decides nothing."""
