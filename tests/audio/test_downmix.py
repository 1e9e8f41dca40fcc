import numpy as np
import pytest
import soundfile
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.audio.downmix import Downmix
from desktop_app.audio.load import samples_of
from tests.fixtures.sounds import sound

RATE = 8000
MUSIC = sound("tones", 4 * RATE, 1)
NOISE = [sound("noise", 4 * RATE, seed) for seed in (1, 2, 3)]


def mixed(samples, sizes=(100_000,)):
    downmix, parts, at, turn = Downmix(RATE), [], 0, 0
    while at < len(samples):
        size = sizes[turn % len(sizes)]
        parts.append(downmix.push(samples[at : at + size]))
        at, turn = at + size, turn + 1
    return np.concatenate(parts)


def stereo(left, right):
    return np.stack([left, right], axis=1).astype(np.float32)


def level_db(samples, reference):
    return 10 * np.log10(np.mean(samples**2) / np.mean(reference**2))


@pytest.mark.parametrize("channels", [1, 2, 8, 16])
def test_channels_are_averaged(channels):
    samples = np.tile(np.arange(channels, dtype=np.float32), (5, 1)) / 8
    np.testing.assert_allclose(Downmix(RATE).push(samples), samples[0].mean())


def test_nan_and_infinity_become_silence():
    samples = np.array([[np.nan], [np.inf], [-np.inf], [3e38], [0.5]], np.float32)
    np.testing.assert_array_equal(Downmix(RATE).push(samples), [0, 0, 0, 16, 0.5])


@pytest.mark.parametrize("share", [1.0, 0.9, 0.7])
def test_channels_in_antiphase_are_heard_by_the_louder_one(share):
    heard = mixed(stereo(-share * MUSIC, MUSIC))
    # Of two that are equally loud, either will do.
    np.testing.assert_array_equal(np.abs(heard[RATE:]), np.abs(MUSIC.astype(np.float32)[RATE:]))


@pytest.mark.parametrize(
    "right", [MUSIC, 0 * MUSIC, 0.1 * MUSIC, -0.1 * MUSIC, NOISE[0], 0.5 * MUSIC - 0.5 * NOISE[1]],
    ids=["mono", "one silent", "to the left", "weak antiphase", "unrelated", "wide"],
)  # fmt: skip
def test_ordinary_stereo_is_the_mean_of_its_channels(right):
    samples = stereo(MUSIC, right)
    np.testing.assert_allclose(mixed(samples), samples.mean(axis=1), atol=1e-6)


def test_unrelated_channels_of_a_mixing_desk_are_all_heard():
    samples = np.stack([sound("noise", 2 * RATE, seed) for seed in range(16)], axis=1)
    np.testing.assert_allclose(mixed(samples), samples.mean(axis=1), atol=1e-6)


@pytest.mark.parametrize("channels", [3, 6])
def test_one_channel_among_silent_ones_is_heard_at_its_own_level(channels):
    samples = np.stack([0.0001 * NOISE[0]] * channels, axis=1).astype(np.float32)
    samples[:, -1] = 0.01 * MUSIC
    assert level_db(mixed(samples)[RATE:], 0.01 * MUSIC[RATE:]) == pytest.approx(0.0, abs=0.1)


def test_channels_of_a_film_are_all_heard():
    # Speech in the middle, and music at a third of its energy on both sides.
    sides = [0.5 * NOISE[0], 0.5 * NOISE[1]]
    samples = np.stack([*sides, NOISE[2], 0 * MUSIC, 0 * MUSIC, 0 * MUSIC], axis=1)
    samples = samples.astype(np.float32)
    np.testing.assert_allclose(mixed(samples), samples.mean(axis=1), atol=1e-6)


def test_the_change_is_faded_and_taken_back():
    time = np.arange(4 * RATE) / RATE
    tone = 0.5 * np.sin(2 * np.pi * 100 * time)
    heard = mixed(stereo(tone, np.where((time > 1) & (time < 2.5), -tone, tone)))
    # Within seven tenths of a second; the tone is in phase again at the end.
    assert level_db(heard[int(1.7 * RATE) : int(2.4 * RATE)], tone) == pytest.approx(0, abs=0.1)
    np.testing.assert_allclose(heard[int(3.2 * RATE) :], tone[int(3.2 * RATE) :], atol=1e-6)
    # Where the wires are swapped the sound itself jumps; nowhere else is it steeper than the tone.
    steepest = np.abs(np.diff(tone)).max()
    swapped = np.isin(np.arange(len(heard) - 1), [RATE, int(2.5 * RATE) - 1])
    assert np.abs(np.diff(heard))[~swapped].max() < 1.1 * steepest


def test_an_offset_that_both_channels_share_does_not_hide_that_they_cancel():
    heard = mixed(stereo(0.3 - MUSIC, 0.3 + MUSIC))[RATE:]
    assert level_db(heard - heard.mean(), MUSIC) == pytest.approx(0, abs=0.5)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.integers(1, 5000), min_size=1, max_size=5), st.floats(-1, 1))
def test_the_result_does_not_depend_on_the_block_size(sizes, common):
    rng = np.random.default_rng(0)
    # Cancels in some places, and not in others.
    share = np.repeat(rng.uniform(-1, 1, 20), len(MUSIC) // 20)
    samples = stereo(MUSIC + common * NOISE[0], share * MUSIC + common * NOISE[1])
    np.testing.assert_array_equal(mixed(samples, sizes), mixed(samples))


@pytest.mark.parametrize("channels", [2, 16])
def test_a_file_whose_channels_cancel_sounds_like_one_of_them(tmp_path, channels):
    signs = (-1.0) ** np.arange(channels)
    for name, samples in (("mono", MUSIC), ("cancelling", MUSIC[:, None] * signs)):
        soundfile.write(tmp_path / f"{name}.wav", samples, RATE, subtype="FLOAT")
    mono, cancelling = (samples_of(tmp_path / f"{n}.wav") for n in ("mono", "cancelling"))
    # The estimates of the DC offset, begun on different sound, take a while to agree.
    np.testing.assert_allclose(cancelling[44_100:], mono[44_100:], atol=1e-3)
