"""The lecture's convolution and pooling, live: every slide with numbers that can be changed."""
