from dataclasses import replace

import numpy as np
import pytest
import soundfile
import torch

from model.augmentation import band_hz
from model.dataset import log_mel_of
from model.features import SAMPLE_RATE
from model.microphones import (
    CONDITIONS,
    RANGES,
    heard_by,
    random_microphone,
    random_settings,
    through,
)
from tests.benchmarks.microphones import CONDITIONS as SOUND_CONDITIONS
from tests.benchmarks.microphones import apply
from tests.benchmarks.microphones.comparison import windows_of, without_loudness


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


def test_noise_fills_what_the_microphone_cuts():
    tone = torch.full((1, 100, 128), -60.0)
    tone[..., int((band_hz() - 1000.0).abs().argmin())] = 0.0
    wide = replace(CONDITIONS["phone on the table"], gain_share=0.0, low_hz=20.0, high_hz=20e3)
    narrow = replace(wide, low_hz=500.0, high_hz=2000.0, low_slope=24.0, high_slope=24.0)
    far = (band_hz() < 200.0) | (band_hz() > 6000.0)
    heard, cut = (heard_by(microphone, tone, 0)[..., far] for microphone in (wide, narrow))
    # Sound there would be 30 dB weaker.
    assert float((heard - cut).abs().mean()) < 1.5
    assert float(cut.mean()) > -60.0


def test_a_codec_leaves_no_noise_above_its_band():
    heard = through(music(), "call over a headset", 0)[0].mean(dim=0)
    assert float(heard[band_hz() > 8300.0].max()) < float(heard.max()) - 60.0


def test_a_distant_microphone_hears_the_room_after_the_sound():
    click = torch.full((1, 100, 128), -100.0)
    click[:, 50] = 0.0
    quiet = {
        "snr_db": 90.0, "hiss_db": 90.0, "gain_share": 0.0, "low_hz": 20.0, "high_hz": 20e3,
        "rt60": 0.8,
    }  # fmt: skip
    near, far = (
        heard_by(replace(CONDITIONS["phone on the table"], direct_db=db, **quiet), click, 0)[0]
        for db in (10.0, -10.0)
    )
    for heard in (near, far):
        assert float(heard[49].mean()) < float(heard[50].mean()) - 40.0
    fallen = far[50:90].mean(dim=1)
    # 60 dB in 0.8 s, faster above 1 kHz.
    assert 20.0 < float(fallen[0] - fallen[15]) < 45.0
    assert float((far[55] - far[50]).mean() - (near[55] - near[50]).mean()) > 5.0


def test_automatic_gain_evens_out_the_level():
    sound = music(frames=200)
    sound[:, 100:] -= 25.0
    plain = replace(CONDITIONS["laptop on the desk"], snr_db=60.0, hiss_db=60.0)
    even = replace(plain, gain_share=0.8)
    steps = [
        float(heard[0, :100].mean() - heard[0, 130:].mean())
        for heard in (heard_by(microphone, sound, 0) for microphone in (plain, even))
    ]
    assert steps[0] > 20.0
    assert steps[1] < 0.4 * steps[0]


def test_louder_sound_is_louder_and_otherwise_the_same():
    soft, loud = (through(music() + gain, "phone on the table", 0) for gain in (0.0, 20.0))
    torch.testing.assert_close(loud - 20.0, soft, atol=1e-3, rtol=0.0)


def test_every_window_has_a_microphone_of_its_own():
    windows = random_microphone(music().repeat(64, 1, 1), torch.Generator().manual_seed(0))
    assert torch.isfinite(windows).all()
    assert float(windows.mean(dim=1).std(dim=0).min()) > 3.0


def test_random_microphones_reach_beyond_every_fixed_condition():
    settings = random_settings(4000, torch.Generator().manual_seed(0))
    for name, microphone in CONDITIONS.items():
        for field, drawn in settings.items():
            value = getattr(microphone, field)
            if field == "cut_hz":
                value = min(value, SAMPLE_RATE)
            # Shares reach 0 or 1 themselves, or come as near as chance allows.
            slack = 0.001 if RANGES[field][1] <= 1.0 else 0.0
            assert drawn.min() - slack <= value <= drawn.max() + slack, f"{field} of {name}"


def test_voices_come_and_go_where_other_noise_is_steady():
    noisy = replace(CONDITIONS["laptop among talkers"], snr_db=-40.0, hiss_db=90.0, gain_share=0.0)
    voices, steady = (
        float(heard_by(replace(noisy, noise_voices=share), music(), 0)[0].std(dim=0).mean())
        for share in (1.0, 0.0)
    )
    assert voices > 1.3 * steady


def test_conditions_made_from_sound_have_the_same_names():
    assert list(SOUND_CONDITIONS) == list(CONDITIONS)


@pytest.mark.parametrize("condition", CONDITIONS)
def test_the_simulation_sounds_like_the_condition_made_from_sound(clips, condition):
    samples, rate = soundfile.read(min(clips.glob("pop/*.flac")), dtype="float32")
    assert rate == SAMPLE_RATE
    clean = windows_of(samples)
    heard = apply(samples, condition)
    assert np.array_equal(heard, apply(samples, condition))
    assert heard.shape == samples.shape
    means = [
        without_loudness(log_mel).mean(axis=(0, 1))
        for log_mel in (
            clean,
            windows_of(heard),
            through(torch.from_numpy(clean), condition, 0).numpy(),
        )
    ]
    # An orthonormal transform of 128 bands: a level that is 1 dB off everywhere would be 11.
    changed, missed = (
        np.linalg.norm(mean - means[1]) / np.sqrt(128.0) for mean in (means[0], means[2])
    )
    assert missed < 2.0
    assert missed < 0.5 * changed
