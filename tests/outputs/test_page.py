"""The page that shows the genre, in a real browser."""

import re
import shutil
import subprocess

import pytest

from desktop_app.outputs.message import Message
from desktop_app.outputs.web import Web

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
LONG = "Electronic or Classical"
ANSWER = re.compile(r'<div id="answer".*?font-size: ([\d.]+)px.*?>(.*?)<')


def seen(address, folder, seconds):
    """The page as it is after some seconds."""
    return subprocess.run(
        [CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", "--window-size=640,360",
         f"--user-data-dir={folder}", f"--timeout={1000 * seconds}", "--dump-dom", address],
        capture_output=True, text=True, timeout=60, check=True,
    ).stdout  # fmt: skip


@pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed")
def test_the_genre_is_shown_as_large_as_there_is_room(tmp_path):
    web = Web("127.0.0.1", 0)
    web.open()
    try:
        web.send(Message("t", "Mic", "listening", "music", "electronic", 0.724, True, LONG))
        # A busy computer takes longer until the first message is there.
        pages = (seen(web.name, tmp_path, seconds) for seconds in (2, 8, 20))
        page = next(page for page in pages if LONG in page)
    finally:
        web.close()
    size, answer = ANSWER.search(page).groups()
    assert answer == LONG
    assert '<div id="more">72 %<' in page
    # With 18 % of the width, which short words get, the long ones would be cut.
    assert 60 < float(size) < 0.18 * 640
