"""Speed and size of the running app: ``python -m tests.benchmarks``."""
