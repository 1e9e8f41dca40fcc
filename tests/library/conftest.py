"""The audio library that these tests share."""

import pytest

from tests.fixtures.library import fill_library


@pytest.fixture(scope="session")
def library(tmp_path_factory):
    """Five hundred files, five of them broken."""
    return fill_library(tmp_path_factory.mktemp("library"), files=500, broken=5, seconds=4.0)
