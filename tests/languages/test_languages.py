"""Which language is used, and what is said in it."""

import errno
import os

import pytest

from desktop_app.formatting.local import listed
from resources import languages


@pytest.fixture(autouse=True)
def english_again():
    yield
    languages.use("en")


@pytest.fixture
def built(monkeypatch):
    """The program as if it had been built with these languages."""
    monkeypatch.setattr(languages, "available", lambda: ["en", "de", "pt_BR", "zh_CN"])


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (["de_AT.UTF-8"], "de"),
        (["de@euro"], "de"),
        (["pt_BR"], "pt_BR"),
        (["pt-PT"], "pt_BR"),
        (["zh-Hans-CN"], "zh_CN"),
        (["zh_TW.UTF-8"], "en"),
        (["zh-Hant-HK"], "en"),
        (["tlh", "de"], "de"),
        (["C"], "en"),
        (["C.UTF-8", "de"], "en"),
        (["en_GB", "de"], "en"),
        ([], "en"),
    ],
)
def test_the_first_wanted_language_that_there_is_is_used(built, wanted, found):
    assert languages.best(wanted) == found


@pytest.mark.parametrize(
    ("variables", "names"),
    [
        ({"LANG": "de_DE.UTF-8"}, ["de_DE.UTF-8"]),
        ({"LANG": "de_DE", "LC_ALL": "fr_FR"}, ["fr_FR"]),
        ({"LANG": "de_DE", "LANGUAGE": "ja:fr"}, ["ja", "fr"]),
        ({"LANG": ""}, []),
    ],
)
def test_the_system_names_the_languages_in_its_environment(monkeypatch, variables, names):
    for variable in languages.VARIABLES:
        monkeypatch.delenv(variable, raising=False)
    for variable, value in variables.items():
        monkeypatch.setenv(variable, value)
    assert languages.of_the_system() == names


def test_a_language_that_was_not_built_is_an_error_and_changes_nothing():
    with pytest.raises(FileNotFoundError):
        languages.use("tlh")
    assert languages.current() == "en"


def test_the_system_gives_reasons_in_the_language_in_use(qapp):
    # Qt has told the system that messages may be translated.
    english = os.strerror(errno.ENOENT)
    languages.use("de")
    os.strerror(errno.ENOENT)
    languages.use("en")
    assert os.strerror(errno.ENOENT) == english == "No such file or directory"


@pytest.mark.parametrize(("language", "text"), [("en", "a, b"), ("ja", "a、b"), ("zh_CN", "a，b")])
def test_a_list_has_the_marks_of_its_language(language, text):
    languages.use(language)
    assert listed(["a", "b"]) == text
