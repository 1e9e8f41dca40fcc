import signal
import subprocess
import sys
import time

from desktop_app.analysis.attribution_process import AttributionProcess

STUBBORN = """
import signal, time
signal.signal(signal.SIGTERM, signal.SIG_IGN)
print("ready", flush=True)
time.sleep(60)
"""


def test_a_process_that_ignores_termination_is_killed():
    with subprocess.Popen([sys.executable, "-c", STUBBORN], stdout=subprocess.PIPE) as process:
        assert process.stdout.readline() == b"ready\n"
        explainer = AttributionProcess()
        explainer._process = process
        begun = time.monotonic()
        explainer.close()
        assert time.monotonic() - begun < 2.0
        assert process.returncode == -signal.SIGKILL
