"""Searches for genre colours that people with and without full colour vision can tell apart.

``python -m tests.benchmarks.genre_palette`` finds the colours nearest to those wanted that differ
enough from each other and from both backgrounds, in the worst of four kinds of vision. The search
is seeded, so it prints the colours in ``genre_colours`` again. With ``--most`` it ignores what is
wanted and finds how much as many colours can differ at all.
"""

from __future__ import annotations

import argparse
from itertools import product

import numpy as np
from numpy.typing import NDArray

from tests.fixtures.colour_vision import difference, hex_of, rgb_of

WANTED = {
    "blues": "#3b6fc0",
    "classical": "#e6cf7e",
    "country": "#9a6a35",
    "disco": "#d64fc0",
    "electronic": "#1fb5d0",
    "hiphop": "#6a35b0",
    "jazz": "#f0952a",
    "metal": "#2b3a5c",
    "pop": "#f5a3bd",
    "reggae": "#3fae4f",
    "rock": "#c42a2a",
    "not music": "#8a8a8a",
    "not sure": "#b4b4b4",
    "silence": "#d0d0d0",
}
GREYS = 3
"""How many of them, the last ones, have to be grey."""
BACKGROUNDS = ("#ffffff", "#1b1c1f")
"""Of the panels, in light and in dark theme."""
LEAST, LEAST_FROM_BACKGROUND = 12.5, 15.0
"""Smallest CIEDE2000 aimed for."""
LEVELS = range(0, 256, 15)
"""Values of red, green and blue that are tried."""
ROUNDS = 14
START, END = 0.15, 6.0
"""How much the smallest differences count more than the others, at first and at last."""

Floats = NDArray[np.floating]


def search(restarts: int, seed: int, *, wanted: bool) -> list[str]:
    """Find one colour for each of ``WANTED``.

    Args:
        restarts: number of random starts; the best result counts.
        seed: of the random starts.
        wanted: whether colours near to those wanted are looked for, rather than different ones.
    """
    tried = np.array(list(product(LEVELS, repeat=3))) / 255.0
    backgrounds = rgb_of(BACKGROUNDS)
    tried = tried[difference(tried, backgrounds).min(axis=1) >= LEAST_FROM_BACKGROUND]
    grey = np.ptp(tried, axis=1) == 0
    count = len(WANTED)
    allowed = [grey if slot >= count - GREYS else ~grey for slot in range(count)]
    between = difference(tried, tried)
    far = difference(rgb_of(WANTED.values()), tried, normal_only=True)
    random = np.random.default_rng(seed)
    best, best_cost = np.zeros(count, int), np.inf
    for _ in range(restarts):
        chosen = np.array([random.choice(np.flatnonzero(mask)) for mask in allowed])
        for sharpness in np.geomspace(START, END, ROUNDS):
            for slot in random.permutation(np.tile(np.arange(count), 3)):
                near = between[:, np.delete(chosen, slot)]
                if wanted:
                    cost = far[slot] + 20 * sharpness * np.maximum(0.0, LEAST - near).sum(axis=1)
                else:
                    cost = np.exp(-sharpness * near).sum(axis=1)
                chosen[slot] = np.where(allowed[slot], cost, np.inf).argmin()
        pairs = between[np.ix_(chosen, chosen)] + 1e6 * np.eye(count)
        least = float(pairs.min())
        distance = float(far[np.arange(count), chosen].sum())
        cost_now = distance + 1e4 * max(0.0, LEAST - least) if wanted else -least
        if cost_now < best_cost:
            best, best_cost = chosen.copy(), cost_now
    return hex_of(tried[best])


def main() -> None:
    """Search and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--most", action="store_true", help="find how different colours can be")
    parser.add_argument("--restarts", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    found = search(options.restarts, options.seed, wanted=not options.most)
    for label, name in zip(WANTED, found, strict=True):
        print(f'    "{label}": "{name}",')
    pairs = difference(rgb_of(found), rgb_of(found)) + 1e6 * np.eye(len(found))
    outside = difference(rgb_of(found), rgb_of(BACKGROUNDS))
    print(f"smallest difference {pairs.min():.1f}, from a background {outside.min():.1f}")


if __name__ == "__main__":
    main()
