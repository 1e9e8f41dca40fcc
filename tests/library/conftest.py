"""The audio libraries that these tests share."""

import pytest

from tests.fixtures.files import write
from tests.fixtures.library import fill_library


@pytest.fixture(scope="session")
def library(tmp_path_factory):
    """Five hundred files, five of them broken."""
    return fill_library(tmp_path_factory.mktemp("library"), files=500, broken=5, seconds=4.0)


@pytest.fixture
def two_songs(tmp_path):
    """A folder with the sound files 0.wav and 1.wav."""
    folder = tmp_path / "music"
    folder.mkdir()
    for number in range(2):
        write(folder / f"{number}.wav", 4.0, seed=number)
    return folder
