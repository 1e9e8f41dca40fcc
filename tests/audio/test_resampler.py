import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.audio.resampler import Resampler
from tests.fixtures.sounds import sound


def resampled(samples, rate, sizes=(100_000,)):
    resampler, parts, at, turn = Resampler(rate), [], 0, 0
    while at < len(samples):
        size = sizes[turn % len(sizes)]
        parts.append(resampler.push(samples[at : at + size]))
        at, turn = at + size, turn + 1
    parts.append(resampler.push(samples[:0], last=True))
    return np.concatenate(parts).reshape(-1)


@settings(max_examples=25, deadline=None)
@given(
    st.sampled_from([8000, 22050, 44100, 48000, 96000, 192000]),
    st.lists(st.integers(1, 5000), min_size=1, max_size=4),
)
def test_the_result_does_not_depend_on_the_block_size(rate, sizes):
    samples = np.stack([sound("noise", rate // 2, seed) for seed in (1, 2)], axis=1)
    whole = resampled(samples, rate)
    assert len(whole) == rate // 2 * 22050 // rate // 512 * 512
    np.testing.assert_array_equal(resampled(samples, rate, sizes), whole)


def test_dc_is_removed_within_seconds_or_at_once_if_present_at_the_start():
    time = np.arange(22050 * 4) / 22050
    tone = 0.1 * np.sin(2 * np.pi * 200 * time)
    from_start = resampled((tone + 0.5).astype(np.float32)[:, None], 22050)
    assert np.abs(from_start[:2048].mean()) < 0.02
    assert np.abs(from_start[-22050:].mean()) < 1e-3
    late = np.where(time < 1, tone, tone + 0.5).astype(np.float32)[:, None]
    assert np.abs(resampled(late, 22050)[-11025:].mean()) < 5e-3


def test_music_passes_unchanged_except_for_its_dc_offset():
    samples = sound("tones", 44100, 5)
    out = resampled(samples[:, None], 22050)
    difference = (out - samples[: len(out)])[22050:]
    assert np.sqrt(np.mean(difference**2)) < 0.01 * np.sqrt(np.mean(samples**2))


@pytest.mark.parametrize("rate", [8000, 44100, 48000, 192000])
def test_a_tone_keeps_its_pitch_and_level_at_any_sample_rate(rate):
    time = np.arange(rate) / rate
    out = resampled((0.5 * np.sin(2 * np.pi * 1000 * time)).astype(np.float32)[:, None], rate)
    middle = out[5000:15000]
    crossings = np.sum((middle[:-1] < 0) & (middle[1:] >= 0))
    assert crossings == pytest.approx(1000 * len(middle) / 22050, abs=2)
    assert np.abs(middle).max() == pytest.approx(0.5, abs=0.01)


@pytest.mark.parametrize("rate", [16000, 22050, 22051, 32000, 44056, 44100, 48000, 96000])
def test_whoever_waits_for_what_is_due_gets_every_hop_at_once_and_asks_less_often(rate):
    samples = sound("noise", 4 * rate, 1)[:, None]
    look = round(0.008 * rate)
    eager, patient, waiting, hops, calls = Resampler(rate), Resampler(rate), 0, 0, 0
    for at in range(0, len(samples) - look, look):
        given_now = len(eager.push(samples[at : at + look]))
        waiting += look
        found = 0
        if waiting >= patient.due:
            found, calls = len(patient.push(samples[at + look - waiting : at + look])), calls + 1
            waiting = 0
        assert found == given_now
        hops += found
    assert hops > 160
    assert calls < 220
