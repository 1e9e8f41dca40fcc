import numpy as np
import pytest

from desktop_app.analysis.level import SILENT_DBFS, LevelMeter, dbfs
from desktop_app.audio.downmix import LIMIT, Downmix

RATE = 48000


def tone(amplitude, seconds):
    return (amplitude * np.sin(2 * np.pi * 1000 * np.arange(int(RATE * seconds)) / RATE)).astype(
        np.float32
    )[:, None]


def test_peak_and_rms_of_a_tone():
    level = LevelMeter(RATE).update(tone(0.5, 3))
    assert level.peak_dbfs == pytest.approx(-6.02, abs=0.01)
    assert level.rms_dbfs == pytest.approx(-9.03, abs=0.05)
    assert not level.clipped


def test_silence_reads_the_minimum():
    level = LevelMeter(RATE).update(np.zeros((100, 2), np.float32))
    assert (level.peak_dbfs, level.rms_dbfs) == (SILENT_DBFS, SILENT_DBFS)
    assert dbfs(0.0) == SILENT_DBFS


def test_the_peak_falls_slowly():
    meter = LevelMeter(RATE)
    meter.update(tone(1.0, 0.1))
    assert meter.update(np.zeros((RATE // 2, 1), np.float32)).peak_dbfs == pytest.approx(-10, abs=1)


def test_clipping_is_held_for_two_seconds():
    meter = LevelMeter(RATE)
    clipped = np.zeros((1000, 1), np.float32)
    clipped[500:503] = 1.0
    assert meter.update(clipped).clipped
    assert meter.update(tone(0.1, 1.5)).clipped
    assert not meter.update(tone(0.1, 0.6)).clipped


def test_a_single_sample_at_full_scale_is_not_clipping():
    block = np.zeros((1000, 1), np.float32)
    block[500] = 1.0
    assert not LevelMeter(RATE).update(block).clipped


def test_a_single_frame_and_nan_and_infinity_give_finite_levels():
    meter = LevelMeter(RATE)
    meter.update(np.array([[0.1]], np.float32))
    level = meter.update(np.array([[np.nan], [np.inf], [0.1]], np.float32))
    assert np.isfinite([level.peak_dbfs, level.rms_dbfs]).all()


def test_the_meter_takes_for_silence_what_the_analysis_does():
    broken = np.array([[np.nan], [np.inf], [np.inf], [-np.inf], [-40.0], [0.1]], np.float32)
    limited = np.array([[0.0], [0.0], [0.0], [0.0], [-LIMIT], [0.1]], np.float32)
    assert Downmix(RATE).push(broken).tolist() == limited[:, 0].tolist()
    assert LevelMeter(RATE).update(broken) == LevelMeter(RATE).update(limited)


def test_the_block_size_hardly_matters():
    sound = tone(0.3, 1)
    whole = LevelMeter(RATE).update(sound)
    meter = LevelMeter(RATE)
    for block in np.array_split(sound, 100):
        level = meter.update(block)
    assert level.rms_dbfs == pytest.approx(whole.rms_dbfs, abs=0.2)
