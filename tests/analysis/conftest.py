"""Fixtures of the tests of the analysis."""

from tests.fixtures.analysis import clock, network, source, worker

__all__ = ["clock", "network", "source", "worker"]
