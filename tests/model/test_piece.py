"""The genre of a stretch of music: the head over its windows."""

from dataclasses import replace

import numpy as np
import pytest

from model.checkpoint import load_checkpoint, save_checkpoint
from model.classifier import Classifier, load_classifier
from model.model_errors import CheckpointError
from model.piece import PieceHead, statistics, uncertainty
from tests.fixtures.networks import UNUSUAL, invented

PLAIN = PieceHead.mean_log_probability(3)
STEADY = np.array([[0.6, 0.3, 0.1]], np.float32)


def test_without_training_the_windows_are_averaged_by_log_probability():
    rows = np.array([[0.8, 0.1, 0.1], [0.2, 0.6, 0.2]], np.float32)
    expected = np.sqrt(rows[0] * rows[1])
    assert PLAIN(rows, 20) == pytest.approx(expected / expected.sum(), abs=1e-6)


def test_windows_that_agree_give_their_own_answer():
    assert PLAIN(np.repeat(STEADY, 9, axis=0), 20) == pytest.approx(STEADY[0], abs=1e-6)


def test_one_confident_window_cannot_rule_a_genre_out():
    rows = np.vstack([np.repeat(STEADY, 19, axis=0), [[0.0, 0.0, 1.0]]]).astype(np.float32)
    assert PLAIN(rows, 20).argmax() == 0


def test_the_temperature_follows_the_length_of_the_stretch():
    head = replace(PLAIN, doubt=np.array([-0.7, 1.4, 0.0], np.float32))
    highest = [
        head(np.repeat(STEADY, count, axis=0), hop).max()
        for count, hop in ((1, 20), (6, 20), (40, 20), (40, 100))
    ]
    assert highest == sorted(highest)
    assert highest[0] < STEADY.max() < highest[-1]


def test_the_temperature_follows_how_sure_the_windows_are():
    assert uncertainty(np.full((5, 3), 1 / 3, np.float32)) == pytest.approx(1)
    assert uncertainty(np.eye(3, dtype=np.float32)) == pytest.approx(0, abs=0.01)
    head = replace(PLAIN, doubt=np.array([0.0, 0.0, 1.0], np.float32))
    assert head(STEADY, 20).max() < PLAIN(STEADY, 20).max()


def test_a_trained_head_sees_mean_deviation_and_maximum():
    rows = np.array([[0.7, 0.2, 0.1], [0.1, 0.2, 0.7], [0.4, 0.3, 0.3]], np.float32)
    logs = np.log(rows)
    expected = np.concatenate([logs.mean(0), logs.std(0), logs.max(0)])
    assert statistics(rows) == pytest.approx(expected, abs=1e-6)
    weight = np.zeros((3, 9), np.float32)
    weight[2, 8] = 1.0
    head = PieceHead(weight, np.array([-0.4, -0.4, 0.0], np.float32), PLAIN.doubt)
    assert head(rows, 20).argmax() == 2


@pytest.mark.parametrize("shape", [(0, 3), (4, 2), (3,)])
def test_other_shapes_are_refused(shape):
    with pytest.raises(ValueError, match=r"probabilities must be|at least one window"):
        PLAIN(np.full(shape, 0.3, np.float32), 20)


def test_a_classifier_gives_the_answer_of_its_head(tmp_path):
    weight = np.zeros((3, 9), np.float32)
    doubt = np.array([0.1, 0.2, 0.3], np.float32)
    head = PieceHead(weight, np.array([0.0, 0.0, 3.0], np.float32), doubt)
    path = tmp_path / "piece.safetensors"
    save_checkpoint(replace(invented(UNUSUAL), piece_head=head, sure_threshold=0.4), path)
    loaded = load_checkpoint(path)
    assert loaded.piece_head is not None
    assert (loaded.piece_head.doubt == doubt).all()
    classifier = Classifier(loaded, "piece")
    assert classifier.sure_threshold == 0.4
    windows = np.random.default_rng(0).normal(0, 50, (5, 100, 13)).astype(np.float32)
    answer = classifier.predict_piece(windows)
    assert answer.shape == (3,)
    assert answer.argmax() == 2
    assert answer.sum() == pytest.approx(1.0, abs=1e-6)


def test_without_windows_there_is_no_piece():
    with pytest.raises(ValueError, match="at least one window"):
        load_classifier().predict_piece(np.zeros((0, 100, 13), np.float32))


@pytest.mark.parametrize("change", [{"sure_threshold": 1.5}, {"sure_threshold": float("nan")}])
def test_a_threshold_out_of_range_is_refused(tmp_path, change):
    path = tmp_path / "bad.safetensors"
    save_checkpoint(replace(invented(UNUSUAL), **change), path)
    with pytest.raises(CheckpointError):
        load_checkpoint(path)
