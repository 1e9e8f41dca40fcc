import numpy as np
import pytest
import torch

from model import augmentation
from model.dataset import log_mel_of
from model.features import SAMPLE_RATE
from model.features import mfcc as reference_mfcc
from model.recipe import Recipe
from model.sampling import augment, mask, mfcc, mixup
from tests.fixtures.sounds import sound


def tone(hz, seconds=3.0):
    time = np.arange(int(seconds * SAMPLE_RATE)) / SAMPLE_RATE
    wave = 0.3 * np.sin(2 * np.pi * hz * time).astype(np.float32)
    return torch.from_numpy(log_mel_of(wave))[None]


def test_mfcc_of_tensors_equals_mfcc_of_arrays():
    log_mel = log_mel_of(sound("near-silent start", 52_736, 0))
    expected = reference_mfcc(log_mel)
    np.testing.assert_allclose(mfcc(torch.from_numpy(log_mel)[None])[0], expected, atol=5e-3)


def test_augmented_windows_are_finite_and_repeatable():
    windows = torch.full((64, 100, 128), -30.0)
    once, again = (augment(windows, Recipe(), torch.Generator().manual_seed(5)) for _ in range(2))
    assert torch.isfinite(once).all()
    assert torch.equal(once, again)
    assert not torch.equal(once[0], once[1])


@pytest.mark.parametrize(("share", "expected"), [(0.0, 0), (0.5, 32), (1.0, 64)])
def test_the_given_share_of_windows_passes_through_microphones(share, expected):
    plain = Recipe(microphone_share=share, equaliser_db=0.0, semitones=0.0, range_share=0.0)
    windows = -20 * torch.rand(64, 100, 128, generator=torch.Generator().manual_seed(1))
    heard = augment(windows, plain, torch.Generator().manual_seed(5))
    level = windows - windows.amax(dim=(1, 2), keepdim=True)
    changed = (heard - level).abs().amax(dim=(1, 2)) > 0.01
    assert int(changed.sum()) == pytest.approx(expected, abs=12 if 0 < share < 1 else 0)


def test_mixup_blends_all_tensors_identically():
    rows = torch.arange(6.0)
    images = rows[:, None].expand(6, 3)
    mixed, of_images = mixup([rows, images], 0.5, np.random.default_rng(3))
    assert not torch.equal(mixed, rows)
    assert torch.allclose(of_images, mixed[:, None].expand(6, 3))
    assert float(mixed.mean()) == pytest.approx(2.5)


def test_masks_cover_spans_and_at_most_one_coefficient():
    masked = mask(torch.ones(200, 1, 100, 13), 15, torch.Generator().manual_seed(0))[:, 0]
    hidden_coefficients = (masked == 0).all(dim=1).sum(dim=1)
    hidden_frames = (masked == 0).all(dim=2).sum(dim=1)
    assert set(hidden_coefficients.tolist()) == {0, 1}
    assert 0 < int(hidden_frames.max()) <= 30


def test_transposition_moves_a_tone_to_its_new_pitch():
    up = tone(440.0) @ augmentation.transposition(2.0)
    assert int(up[0, 50].argmax()) == int(tone(440.0 * 2 ** (2 / 12))[0, 50].argmax())
