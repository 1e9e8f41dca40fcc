"""Print the genre whenever it changes: listen_and_print.py [SECONDS].

Listens to the default input device. On a computer without one it plays the demo instead.
"""

import sys
import time

from desktop_app.engine.monitor import Monitor

seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 60.0

# The monitor opens the device and analyses its sound on threads of its own.
monitor = Monitor()
monitor.start()
monitor.models.load(None)
monitor.listen(or_demo=True)

end = time.monotonic() + seconds
last_words = last_message = None
try:
    while time.monotonic() < end:
        time.sleep(0.1)
        # One sentence if something is not as expected, such as a device that was unplugged.
        status = monitor.status()
        if status.message and status.message != last_message:
            last_message = status.message
            print(status.message, file=sys.stderr)
        # Only the newest frame is kept; None if there is nothing new since the last call.
        frame = monitor.worker.frames.take()
        if frame is None or frame.answer is None:
            continue
        # One genre, or "Pop or Rock", or "Not sure".
        if frame.answer.words != last_words:
            last_words = frame.answer.words
            print(last_words, flush=True)
finally:
    monitor.close()
