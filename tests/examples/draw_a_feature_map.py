"""Draw the MFCC image and the first feature map of a window: draw_a_feature_map.py PICTURE [FILE].

PICTURE is a PNG, SVG or PDF file to write.
"""

import sys
from pathlib import Path

from matplotlib.figure import Figure

from desktop_app.audio.load import excerpt_of
from desktop_app.bundled import demo_clips
from model import load_classifier
from model.dataset import log_mel_of
from model.features import WINDOW_SAMPLES, mfcc

picture = Path(sys.argv[1]) if len(sys.argv) > 1 else Path("feature-map.png")
path = Path(sys.argv[2]) if len(sys.argv) > 2 else demo_clips()[0]

# The middle of the file as mono samples at 22 050 Hz: enough for one window of 100 frames.
samples = excerpt_of(path, 3.0)[:WINDOW_SAMPLES]
window = mfcc(log_mel_of(samples))  # (100 frames, 13 coefficients)

classifier = load_classifier()
# The first layer's maps after its ReLU, (16 maps, 100 frames, 13 coefficients).
maps = classifier.activations(window, [classifier.first_maps])[classifier.first_maps]

figure = Figure(figsize=(8, 4), layout="constrained")
upper, lower = figure.subplots(2)
# Without coefficient 0, the loudness, whose values would hide those of the others.
upper.imshow(window[:, 1:].T, aspect="auto", origin="lower", extent=(0, 100, 1, 13))
upper.set(title=f"MFCC image of {path.name}", ylabel="coefficient")
lower.imshow(maps[0].T, aspect="auto", origin="lower", extent=(0, 100, 0, 13))
lower.set(title=f"{classifier.first_maps}, map 1", ylabel="coefficient", xlabel="frame")
figure.savefig(picture)
print(f"Wrote {picture}")
