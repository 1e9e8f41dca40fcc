"""Train a small model on your own genres: train_own_genres.py MODEL [FOLDER].

FOLDER holds one subfolder of audio files per genre; if it does not exist, two genres are
synthesised in it.
For real training use ``genre-monitor train``: it also measures the model on unseen tracks.
"""

import sys
from pathlib import Path

import numpy as np
import soundfile

from desktop_app.commands.training_data import load
from model import load_classifier
from model.architecture import ARCHITECTURES
from model.checkpoint import save_checkpoint
from model.recipe import Recipe
from model.training import Sources, train

model = Path(sys.argv[1]) if len(sys.argv) > 1 else Path("mine.safetensors")
folder = Path(sys.argv[2]) if len(sys.argv) > 2 else Path("own-genres")
if not folder.exists():
    random, time = np.random.default_rng(0), np.arange(4 * 22050) / 22050
    for track in range(3):
        drone = 0.3 * np.sin(2 * np.pi * (110 + 20 * track) * time)
        for genre, sound in (("drone", drone), ("noise", 0.1 * random.standard_normal(len(time)))):
            (folder / genre).mkdir(parents=True, exist_ok=True)
            soundfile.write(folder / genre / f"{track}.wav", sound, 22050)

recordings, problems = load([folder])
print(*problems, sep="\n", end="\n" * bool(problems))
genres = sorted({recording.genre for recording in recordings})
# So few steps only show how it is done; the default recipe takes 2600.
recipe = Recipe(steps=10, batch=16)
network = ARCHITECTURES["genre-net"]
save_checkpoint(train(Sources(recordings, []), genres, network, recipe, lambda *_: None), model)
print(f"Wrote {model}, which knows {', '.join(load_classifier(model).genres)}")
