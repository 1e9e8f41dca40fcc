"""From numbered samples to what is shown: the road, the gate, the worker and its frames."""
