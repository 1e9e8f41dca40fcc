import librosa
import numpy as np
import scipy.fft
from hypothesis import given, settings

from model import features
from tests.fixtures.sounds import kinds, seeds, sound


def librosa_mfcc(samples):
    return librosa.feature.mfcc(y=samples, sr=22050, n_mfcc=13, center=False).T


def frames_of(samples):
    return np.lib.stride_tricks.sliding_window_view(samples, 2048)[::512]


def test_the_filterbank_equals_librosas():
    expected = librosa.filters.mel(sr=22050, n_fft=2048)
    np.testing.assert_allclose(features.mel_filterbank(), expected, atol=1e-7)


def test_the_dct_equals_scipys():
    expected = scipy.fft.dct(np.eye(128), norm="ortho", axis=0)[:13].T
    np.testing.assert_allclose(features.dct_basis(), expected, atol=1e-12)


def test_mel_and_hz_conversions_are_inverse():
    hz = np.linspace(0, 11025, 500)
    np.testing.assert_allclose(features.mel_to_hz(features.hz_to_mel(hz)), hz, atol=1e-6)


def test_a_window_has_the_lectures_hundred_frames():
    assert features.WINDOW_SAMPLES == 52_736
    assert frames_of(np.zeros(features.WINDOW_SAMPLES)).shape == (100, 2048)


@settings(max_examples=30, deadline=None)
@given(kinds, seeds)
def test_mfcc_equals_librosas(kind, seed):
    samples = sound(kind, features.WINDOW_SAMPLES, seed)
    ours = features.mfcc(features.log_mel(frames_of(samples)))
    np.testing.assert_allclose(ours, librosa_mfcc(samples), atol=1e-3)


def test_each_of_many_windows_is_clipped_below_its_own_loudest_band():
    loud = features.log_mel(frames_of(sound("noise", features.WINDOW_SAMPLES, 1)))
    quiet = loud - 60
    both = features.mfcc(np.stack([loud, quiet]))
    np.testing.assert_allclose(both[0], features.mfcc(loud), atol=1e-4)
    np.testing.assert_allclose(both[1], features.mfcc(quiet), atol=1e-4)
