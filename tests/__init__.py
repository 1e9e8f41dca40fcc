"""Tests of genre-monitor; every process that they start computes in one thread."""

import os

# Before numpy and torch are imported: on a busy machine their threads wait for each other.
os.environ |= dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"), "1")
