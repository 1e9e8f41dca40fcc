import numpy as np
import pytest
import torch

from model.augmentation import band_hz
from model.dataset import log_mel_of
from model.features import SAMPLE_RATE
from model.microphones import CONDITIONS, random_microphone, through


def music(seed=0, frames=100):
    """Bursts of coloured noise, as log-mel: (1, frames, 128)."""
    rng = np.random.default_rng(seed)
    count = frames * 512 + 1536
    wave = np.cumsum(rng.standard_normal(count)) * 0.002
    wave = wave - np.convolve(wave, np.ones(400) / 400, mode="same")
    wave *= 0.05 + np.abs(np.sin(2 * np.pi * 2.0 * np.arange(count) / SAMPLE_RATE)) ** 4
    wave += 0.01 * rng.standard_normal(count)
    return torch.from_numpy(log_mel_of(wave.astype(np.float32)))[None]


@pytest.mark.parametrize("condition", CONDITIONS)
def test_a_condition_is_the_same_for_the_same_seed_only(condition):
    once, again, other = (through(music(), condition, seed) for seed in (3, 3, 4))
    assert torch.equal(once, again)
    assert not torch.equal(once, other)


@pytest.mark.parametrize("condition", CONDITIONS)
def test_silence_stays_finite(condition):
    silence = torch.full((2, 100, 128), -100.0)
    assert torch.isfinite(through(silence, condition, 0)).all()
    assert torch.isfinite(random_microphone(silence, torch.Generator().manual_seed(0))).all()


@pytest.mark.parametrize("condition", CONDITIONS)
def test_noise_fills_what_the_microphone_cuts(condition):
    sound = music()
    lowest = int((band_hz() < 60.0).sum())
    before, after = (x[0, :, :lowest].std(dim=0) for x in (sound, through(sound, condition, 0)))
    # Music comes and goes, noise only flickers.
    assert float(after.mean()) < 0.7 * float(before.mean())


def test_louder_sound_is_louder_and_otherwise_the_same():
    soft, loud = (through(music() + gain, "phone on the table", 0) for gain in (0.0, 20.0))
    torch.testing.assert_close(loud - 20.0, soft, atol=1e-3, rtol=0.0)


def test_every_window_has_a_microphone_of_its_own():
    windows = random_microphone(music().repeat(64, 1, 1), torch.Generator().manual_seed(0))
    assert torch.isfinite(windows).all()
    assert float(windows.mean(dim=1).std(dim=0).min()) > 3.0
