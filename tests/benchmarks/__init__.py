"""Benchmarks and studies that are run by hand, each with ``python -m tests.benchmarks.NAME``."""
