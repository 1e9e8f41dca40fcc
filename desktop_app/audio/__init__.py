"""Where sound comes from: devices, the microphone, files and the ring buffer between threads."""
