"""Playing a file live and analysing it offline give the same probabilities."""

import time

import numpy as np
import pytest

from desktop_app.analysis.answering import Answering
from desktop_app.analysis.gate import SilenceGate, State
from desktop_app.analysis.offline import STEP_SECONDS, moments
from desktop_app.analysis.worker import AnalysisWorker
from desktop_app.audio.files import AudioFile
from desktop_app.audio.player import FilePlayer
from desktop_app.bundled import demo_clips
from model import load_classifier
from model.features import HOP_SAMPLES, SAMPLE_RATE
from model.piece import HOP_FRAMES
from tests.fixtures.files import music, write
from tests.fixtures.outputs import ManualClock, ManualOutput


@pytest.fixture(scope="module")
def classifier():
    return load_classifier()


class Every:
    """A mailbox that keeps every frame."""

    def __init__(self):
        self.frames = []

    def post(self, frame, now):
        self.frames.append(frame)


def live(path, classifier, output_rate=None):
    """end_sample -> (state, probabilities, answer) of every frame while the file is played."""
    clock = ManualClock()
    outputs = []

    def output(rate, channels):
        outputs.append(ManualOutput(output_rate or rate, channels, clock, latency_s=0.03))
        return outputs[0]

    player = FilePlayer(AudioFile(path), output, clock)
    worker = AnalysisWorker(lambda: player.segment, lambda: classifier, clock)
    every = Every()
    worker.frames = every
    try:
        player.start()
        while not player.ended:
            time.sleep(0.002)
            outputs[0].run(0.01, block=round(0.01 * outputs[0].rate))
            while worker.step():
                pass
    finally:
        player.close()
    return {
        frame.end_sample: (frame.window_state, frame.probabilities, frame.answer)
        for frame in every.frames
    }


def offline(path, classifier, step_s=STEP_SECONDS):
    file = AudioFile(path)
    found = {
        round(moment.time_s * SAMPLE_RATE): (moment.state, moment.probabilities)
        for moment in moments(file.blocks(), file.rate, classifier, SilenceGate(), step_s)
    }
    file.close()
    return found


def compare(path, classifier, **options):
    played, at_once = live(path, classifier, **options), offline(path, classifier)
    common = sorted(set(played) & set(at_once))
    assert len(common) > 0.9 * len(at_once)
    named = 0
    for end in common:
        assert played[end][0] is at_once[end][0]
        if at_once[end][1] is not None:
            np.testing.assert_allclose(played[end][1], at_once[end][1], atol=1e-5)
            named += 1
    return named


def test_the_demo_gives_equal_probabilities(classifier):
    assert compare(demo_clips()[0], classifier) > 20


def test_the_answer_is_that_of_the_piece_and_the_same_offline(classifier):
    path = demo_clips()[-1]
    played = live(path, classifier)
    answering, rows, compared = Answering(), [], 0
    for end, (state, row) in offline(path, classifier, HOP_SAMPLES / SAMPLE_RATE).items():
        if row is None:
            continue
        assert state is State.MUSIC
        answer, _ = answering.update(end, row, classifier)
        np.testing.assert_allclose(played[end][2].probabilities, answer.probabilities, atol=1e-5)
        rows.append(row)
        if len(rows) % HOP_FRAMES == 1:
            whole = classifier.piece(np.stack(rows[::HOP_FRAMES]), HOP_FRAMES)
            np.testing.assert_allclose(answer.probabilities, whole, atol=1e-5)
            compared += 1
    assert compared > 30


def test_an_output_at_another_sample_rate_changes_nothing(classifier, tmp_path):
    path = write(tmp_path / "x.wav", 5.0, 48000, 2)
    assert compare(path, classifier, output_rate=44100) > 4


def test_alternating_silence_and_sound_gives_equal_probabilities(classifier, tmp_path):
    import soundfile

    loud = music(22050 * 4)
    path = tmp_path / "x.wav"
    soundfile.write(path, np.concatenate([loud, np.zeros(22050 * 2), loud]), 22050)
    assert compare(path, classifier) > 4
    states = [state for state, _ in offline(path, classifier).values()]
    assert 2 <= states.count(State.SILENCE) <= 4
    assert states[-1] is State.MUSIC
