import numpy as np
import pytest
import torch

from model import augmentation
from model.dataset import NOT_MUSIC, Recording, log_mel_of
from model.features import SAMPLE_RATE
from model.features import mfcc as reference_mfcc
from model.recipe import Recipe
from model.sampling import WindowBank, augment, mask, mfcc, mixup
from tests.fixtures.sounds import sound


def constant(genre, value, frames=200):
    piece = np.full((frames, 128), value, np.float16)
    return Recording(f"{genre}{value}", genre, f"{genre}{value}", "gtzan", True, False, (piece,))


def tone(hz, seconds=3.0):
    time = np.arange(int(seconds * SAMPLE_RATE)) / SAMPLE_RATE
    wave = 0.3 * np.sin(2 * np.pi * hz * time).astype(np.float32)
    return torch.from_numpy(log_mel_of(wave))[None]


def test_genres_are_drawn_evenly_regardless_of_their_number_of_recordings():
    many = [constant("a", value) for value in range(1, 20)]
    bank = WindowBank([*many, constant("b", -50)], [], ("a", "b"), 0.5, 1.0)
    windows, labels = bank.draw(2000, 0.1, np.random.default_rng(0))
    assert 900 < int((labels == 1).sum()) < 1100
    assert (windows[labels == 1] == -50).all()
    assert len(windows[labels == 0][:, 0, 0].unique()) == 19


def test_a_stretched_window_stays_within_the_recording():
    ramp = np.repeat(np.arange(300, dtype=np.float16)[:, None], 128, axis=1)
    bank = WindowBank(
        [Recording("r", "a", "g", "gtzan", True, False, (ramp,))], [], ("a",), 0.5, 1.0
    )
    windows, _ = bank.draw(200, 0.3, np.random.default_rng(1))
    steps = np.diff(windows[:, :, 0].numpy(), axis=1)
    np.testing.assert_allclose(steps, np.broadcast_to(steps[:, :1], steps.shape), atol=0.01)
    assert steps.min() < 0.8
    assert steps.max() > 1.2
    assert windows.min() >= 0
    assert windows.max() <= 299


def test_a_genre_without_a_long_enough_recording_is_an_error():
    with pytest.raises(ValueError, match="no recording of b"):
        WindowBank([constant("a", 1), constant("b", 1, frames=90)], [], ("a", "b"), 0.5, 1.0)


def test_genres_with_both_origins_are_drawn_from_the_other_with_the_given_probability():
    own, other = [constant("a", 1)], [constant("a", 2), constant("b", 3)]
    windows, labels = WindowBank(own, other, ("a", "b"), 0.25, 1.0).draw(
        4000, 0.1, np.random.default_rng(0)
    )
    of_a = windows[labels == 0][:, 0, 0]
    assert 0.2 < float((of_a == 2).float().mean()) < 0.3
    assert (windows[labels == 1] == 3).all()


def test_mfcc_of_tensors_equals_mfcc_of_arrays():
    log_mel = log_mel_of(sound("near-silent start", 52_736, 0))
    expected = reference_mfcc(log_mel)
    np.testing.assert_allclose(mfcc(torch.from_numpy(log_mel)[None])[0], expected, atol=5e-3)


def test_augmented_windows_are_finite_and_repeatable():
    bank = WindowBank([constant("a", -30)], [], ("a",), 0.5, 1.0)
    windows, _ = bank.draw(64, 0.1, np.random.default_rng(0))
    (once, clean), (again, _) = (
        augment(windows, Recipe(), torch.Generator().manual_seed(5)) for _ in range(2)
    )
    assert torch.isfinite(once).all()
    assert torch.equal(once, again)
    assert not torch.equal(once[0], once[1])
    assert 16 < int(clean.sum()) < 48


def test_without_microphones_every_window_is_clean():
    windows = torch.zeros(8, 100, 128)
    recipe = Recipe(microphone_share=0.0)
    assert augment(windows, recipe, torch.Generator().manual_seed(0))[1].all()


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


def test_noise_is_added_at_the_given_signal_to_noise_ratio():
    quiet = torch.full((1, 100, 128), -200.0)
    loud = tone(440.0)[:, :100]
    noise = augmentation.pink_noise_db().expand(1, 100, 128)
    mixed = augmentation.add_noise(loud, noise, torch.full((1, 1, 1), 10.0))
    added = torch.log10((10 ** (mixed / 10) - 10 ** (loud / 10)).clamp_min(1e-12))
    level = augmentation.level_db(10 * added)
    assert float(augmentation.level_db(loud) - level) == pytest.approx(10.0, abs=0.2)
    assert torch.isfinite(augmentation.add_noise(quiet, noise, torch.zeros(1, 1, 1))).all()


def test_reverberation_affects_later_frames_only():
    click = torch.full((1, 60, 128), -140.0)
    click[0, 20] = 0.0
    one = torch.ones(1, 1)
    wet = augmentation.reverberate(click, 5 * one, 10 * one)[0, :, 0]
    assert wet[19] == pytest.approx(-120, abs=0.1)
    assert wet[20] == pytest.approx(0, abs=0.01)
    assert wet[21] == pytest.approx(-10 - 10 / 5 * np.log10(np.e), abs=0.1)
    assert (wet[22:45].diff() < 0).all()


def test_the_band_pass_attenuates_outside_its_corners_only():
    flat = torch.zeros(1, 1, 128)
    one = torch.ones(1, 1)
    filtered = augmentation.limit_band(flat, 120 * one, 8000 * one, 24 * one)[0, 0]
    hz = augmentation.band_hz()
    assert (filtered[(hz > 120) & (hz < 8000)] == 0).all()
    low = int((hz - 60).abs().argmin())
    assert float(filtered[low]) == pytest.approx(-24 * np.log2(120 / float(hz[low])), abs=0.01)


def test_what_is_not_music_is_drawn_more_often_than_a_genre():
    own = [constant("a", -30), constant("b", -40), constant(NOT_MUSIC, -50)]
    bank = WindowBank(own, [], ("a", "b", NOT_MUSIC), 0.5, 2.0)
    _, labels = bank.draw(4000, 0.0, np.random.default_rng(0))
    shares = np.bincount(labels.numpy(), minlength=3) / 4000
    np.testing.assert_allclose(shares, (0.25, 0.25, 0.5), atol=0.03)
