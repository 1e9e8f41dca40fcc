"""Microphones made from sound: the test conditions that are called like the simulated ones."""

from tests.benchmarks.microphones.conditions import CONDITIONS, apply

__all__ = ["CONDITIONS", "apply"]
