"""The analysis thread: from a segment's sound to frames with the network's answer."""

from __future__ import annotations

import logging
import threading
import time
from collections import deque
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Protocol

import numpy as np

from desktop_app.analysis.answering import Answering
from desktop_app.analysis.frame import AnalysisFrame
from desktop_app.analysis.gate import DEFAULT_THRESHOLD_DBFS, SilenceGate, State, judged
from desktop_app.analysis.level import Level, LevelMeter
from desktop_app.analysis.mailbox import FrameMailbox
from desktop_app.analysis.pipeline import Pipeline
from desktop_app.audio.stream_segment import Block, Clock, StreamSegment
from desktop_app.threads.guard import Guard
from model.features import HOP_SAMPLES, SAMPLE_RATE, FloatArray
from resources.languages import N_, gettext

if TYPE_CHECKING:
    # Imported later, on another thread; see ModelLoader.
    from model.classifier import Classifier, Look

POLL_SECONDS = 0.008
"""The callback may not wake anyone, so the analysis looks for new sound this often."""
LATE_SECONDS = 0.1
"""Windows that end more than this before the newest one are skipped: the newest matter most."""
RATE_SECONDS = 2.0
"""Period over which windows per second are counted."""
CLOSING_SECONDS = 2.0

log = logging.getLogger(__name__)


class Listener(Protocol):
    """Receives every frame, on the analysis thread; must be quick."""

    def note(self, frame: AnalysisFrame) -> None:
        """Receive a frame."""

    def pause(self) -> None:
        """Notice that there is no source now."""


class AnalysisWorker:
    """Analyses whatever segment the source currently has.

    Attributes:
        answering: averages the probabilities and words the answer; its ``average`` may be set from
            any thread.
        threshold_dbfs: of the silence gate; may be set from any thread.
        layers: whose outputs to put into the frames; may be set from any thread.
        with_sound: whether to put samples and log-mel into the frames; may be set from any thread.
        frames: mailbox with the frames for a display.
    """

    def __init__(
        self,
        segment: Callable[[], StreamSegment | None],
        network: Callable[[], Classifier | None],
        clock: Clock,
        listeners: Sequence[Listener] = (),
    ) -> None:
        """Create the thread; :meth:`start` starts it.

        Args:
            segment: returns the segment to read, at every step; None while there is no source.
            network: returns the network in use, at every step; None until one is loaded.
            clock: the one that the segments are marked with.
            listeners: receive every frame.
        """
        self.answering = Answering()
        self.threshold_dbfs = DEFAULT_THRESHOLD_DBFS
        self.layers: tuple[str, ...] = ()
        self.with_sound = False
        self.frames = FrameMailbox()
        self._zeros = (0, 0.0)
        self._segment = segment
        self._network = network
        self._clock = clock
        self._listeners = [(listener, Guard(log, N_("storing results"))) for listener in listeners]
        self._classifier: Classifier | None = None
        self._failed = ""
        self._stream: _Stream | None = None
        self._number = 0
        self._skipped = 0
        self._lost = 0
        self._posted: deque[float] = deque()
        self._guard = Guard(log, N_("analysing the sound"))
        self._closing = threading.Event()
        self._thread = threading.Thread(target=self._run, name="analysis", daemon=True)

    @property
    def fault(self) -> str:
        """One sentence if the network or the analysis failed, else empty."""
        faults = (guard.fault for _, guard in self._listeners)
        return self._failed or self._guard.fault or next(filter(None, faults), "")

    def zeros_s(self, segment: StreamSegment) -> float:
        """Seconds of digital silence at the end of a segment."""
        number, seconds = self._zeros
        return seconds if number == segment.number else 0.0

    def start(self) -> None:
        """Start the thread."""
        self._thread.start()

    def close(self, timeout_s: float = CLOSING_SECONDS) -> bool:
        """End the thread; return whether it has ended within ``timeout_s`` seconds."""
        self._closing.set()
        if self._thread.is_alive():
            self._thread.join(timeout_s)
        # soxr complains about every resampler that outlives the interpreter.
        self._stream = None
        return not self._thread.is_alive()

    def _run(self) -> None:
        due = time.monotonic()
        while not self._closing.is_set():
            # Even after a step that found sound: a file is heard bit by bit, so there is always
            # more. Not a wait for the event, which takes several times the processor time.
            time.sleep(max(0.0, due - time.monotonic()))
            due = time.monotonic() + POLL_SECONDS
            with self._guard:
                self._guarded_step()

    def _guarded_step(self) -> None:
        try:
            self.step()
        except Exception:
            # Its state is unknown now, so the next step starts a new pipeline.
            self._stream = None
            raise

    def step(self) -> bool:
        """Analyse everything heard since the last step.

        Returns:
            Whether there was anything.
        """
        self._follow_network()
        segment = self._segment()
        if segment is None:
            self._stream = None
            for listener, guard in self._listeners:
                with guard:
                    listener.pause()
            return False
        stream = self._stream
        if stream is None or stream.segment is not segment:
            if segment.number != self._number:
                self._number = segment.number
                self._guard.clear()
                for _, guard in self._listeners:
                    guard.clear()
            self._stream = stream = _Stream(segment)
            self.answering.reset()
            self._zeros = (segment.number, 0.0)
        stream.gate.threshold_dbfs = self.threshold_dbfs
        block = segment.read(self._clock(), stream.pipeline.due)
        if block is not None:
            self._take(stream, block)
        elif segment.exhausted and not stream.finished:
            stream.finished = True
            nothing = np.zeros((0, segment.ring.channels), np.float32)
            self._take(stream, Block(nothing, segment.ring.written, 0, segment.marked_at))
        else:
            return False
        return True

    def _follow_network(self) -> None:
        # Only between two windows, so that no average mixes two networks.
        network = self._network()
        if network is not self._classifier:
            self._classifier = network
            self._failed = ""
            self.answering.reset()

    def _take(self, stream: _Stream, block: Block) -> None:
        self._lost += block.lost
        if block.start != stream.taken:
            # Sound was lost, or an exception ended the pipeline.
            stream.begin(block.start)
            self.answering.reset()
        stream.taken = block.start + len(block.samples)
        if len(block.samples):
            stream.level = stream.meter.update(block.samples)
            silent_s = len(block.samples) / stream.segment.rate
            seconds = 0.0 if block.samples.any() else self._zeros[1] + silent_s
            self._zeros = (stream.segment.number, seconds)
        newest = (block.start + len(block.samples)) * SAMPLE_RATE / stream.segment.rate
        for hop in stream.pipeline.push(block.samples, last=stream.finished):
            end_sample = stream.first_sample + hop.end_sample
            behind_s = max(0.0, (newest - end_sample) / SAMPLE_RATE)
            # Measured in available hops: resamplers deliver in bursts, longer ones at lower rates,
            # and the sound they still hold back makes no window late.
            if hop.newer * HOP_SAMPLES > LATE_SECONDS * SAMPLE_RATE:
                self._skipped += 1
            else:
                self._post(stream, hop.state, end_sample, block.heard_at - behind_s)

    def _post(self, stream: _Stream, state: State, end_sample: int, heard_at: float) -> None:
        with_sound = self.with_sound
        window = stream.pipeline.window.mfcc()
        look, answer, averaged_s = None, None, 0.0
        if state is State.SILENCE:
            self.answering.reset()
        elif state is State.MUSIC:
            look = self._look(window)
            if look is not None and self._classifier is not None:
                state = judged(look.music, self._classifier.music_threshold)
                claimed = look.probabilities if state is State.MUSIC else None
                answer, averaged_s = self.answering.update(end_sample, claimed, self._classifier)
        frame = AnalysisFrame(
            stream=stream.segment.number,
            source=stream.segment.source,
            replay=stream.segment.replay,
            start_s=stream.segment.start_s,
            end_sample=end_sample,
            heard_at=heard_at,
            window_state=state,
            missing_s=stream.gate.missing_s,
            level=stream.level,
            mfcc=window,
            log_mel=stream.pipeline.window.log_mel() if with_sound else None,
            samples=stream.pipeline.sound() if with_sound else None,
            probabilities=look.probabilities if look else None,
            answer=answer,
            averaged_s=averaged_s,
            activations=look.activations if look else {},
            network=self._classifier if look else None,
            windows_per_s=self._rate(),
            skipped=self._skipped,
            lost=self._lost,
            began=stream.segment.recorded,
        )
        self.frames.post(frame, self._clock())
        for listener, guard in self._listeners:
            # Analysis continues without it.
            with guard:
                listener.note(frame)

    def _look(self, window: FloatArray) -> Look | None:
        classifier = self._classifier
        if classifier is None or self._failed:
            return None
        try:
            return classifier.look(window, self.layers)
        except Exception as error:
            # Sound and display continue; another model may still work.
            log.exception("the model failed")
            self._failed = gettext(
                "The model “{name}” failed: {error}. Choose another model."
            ).format(name=classifier.name, error=error)
            return None

    def _rate(self) -> float:
        now = self._clock()
        self._posted.append(now)
        while self._posted[0] < now - RATE_SECONDS:
            self._posted.popleft()
        return len(self._posted) / RATE_SECONDS


class _Stream:
    """The worker's state for one segment.

    Attributes:
        taken: sample frames that were read or lost.
    """

    def __init__(self, segment: StreamSegment) -> None:
        self.segment = segment
        self.meter = LevelMeter(segment.rate)
        self.level = Level()
        self.finished = False
        self.begin(0)

    def begin(self, frame: int) -> None:
        """Start a new pipeline at a sample frame of the segment."""
        self.taken = frame
        self.first_sample = round(frame * SAMPLE_RATE / self.segment.rate)
        self.gate = SilenceGate()
        self.pipeline = Pipeline(self.segment.rate, self.gate)
