"""Batch analysis: finds audio files, classifies them and writes the results; does not use Qt."""
