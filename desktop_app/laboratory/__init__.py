"""The laboratory page: the lecture's convolution and pooling, live, with numbers to change."""
