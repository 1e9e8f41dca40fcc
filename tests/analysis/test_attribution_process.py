import multiprocessing
import signal
import time

from desktop_app.analysis.attribution_process import AttributionProcess


def stubborn(ready):
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    ready.set()
    time.sleep(60)


def test_a_process_that_ignores_termination_is_killed():
    context = multiprocessing.get_context("spawn")
    ready = context.Event()
    process = context.Process(target=stubborn, args=(ready,), daemon=True)
    process.start()
    assert ready.wait(20)
    explainer = AttributionProcess()
    explainer._process = process
    begun = time.monotonic()
    explainer.close()
    assert time.monotonic() - begun < 2.0
    assert process.exitcode == -signal.SIGKILL
