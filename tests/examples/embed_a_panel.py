"""Show the live MFCC image in your own Qt window: embed_a_panel.py [SECONDS].

Listens to the default input device. On a computer without one it plays the demo instead.
"""

import sys

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

from desktop_app.engine.monitor import Monitor
from desktop_app.panels.mfcc_image import MfccImage

app = QApplication(sys.argv)
window, panel = QMainWindow(), MfccImage()
window.setCentralWidget(panel)
window.resize(800, 300)

# The MFCC image needs no model. For genres and feature maps, add monitor.models.load(None).
monitor = Monitor()
monitor.start()
monitor.listen(or_demo=True)


def show_newest_frame() -> None:
    """Draw the newest frame, if there is one."""
    if (frame := monitor.worker.frames.take()) is not None:
        panel.show_frame(frame)
    window.setWindowTitle(monitor.status().source)


timer = QTimer()
timer.timeout.connect(show_newest_frame)
timer.start(25)
if len(sys.argv) > 1:
    QTimer.singleShot(round(1000 * float(sys.argv[1])), app.quit)
window.show()
app.exec()
monitor.close()
