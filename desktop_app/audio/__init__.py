"""Audio input and output: devices, files, playback, recording and the buffers between threads."""
