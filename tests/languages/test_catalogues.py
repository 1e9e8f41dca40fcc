"""Every text of the code is marked, and translated into every language."""

import ast
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from babel.messages.pofile import read_po

from resources.languages import DOMAIN, FOLDER
from resources.languages.collect import ROOT, collected, update_window

LANGUAGES = sorted(path.parent.name for path in FOLDER.glob("*/window.ts"))
PLACEHOLDER = re.compile(r"\{[^{}]*\}|%\(\w+\)[srd]|%[sd]")
SHOWING = re.compile(
    r"(setText|setToolTip|setWindowTitle|setAccessibleName|setPlaceholderText|setPrefix|setSuffix"
    r"|addAction|addMenu|addRow|addTab|setTabToolTip|setLabel|say|retitle|notice"
    r"|QLabel|QPushButton|QCheckBox|QAction|QGroupBox|NamedComboBox|LabelledComboBox"
    r"|\w*Error|Words)$"
)
"""Functions whose texts people read. They read those of all exceptions that are raised, too."""
INTERNAL = {"ValueError", "TypeError", "KeyError", "IndexError", "RuntimeError", "AttributeError"}
"""Exceptions that are the programmer's mistake, except in rooms where the user types."""
FOR_PROGRAMS = {"HTTPForbidden"}
"""What is said to other programs stays in English."""
ENGLISH = (
    "benchmark",
    "benchmark.py",
    "diagnostics.py",
    "model_card.py",
    "plots.py",
    "cv_report.py",
)
"""Files and reports stay in English, and so does what only developers run."""
SAME_EVERYWHERE = re.compile(r"[^A-Za-z]*|\W*[a-z]|[A-Za-z0-9_.:/#*{}<>=;&-]*|<[^>]*>[^a-z]*")


def test_the_six_languages_are_there():
    assert LANGUAGES == ["de", "es", "fr", "ja", "pt_BR", "zh_CN"]


@pytest.fixture(scope="module")
def of_the_window(tmp_path_factory):
    """The window's texts in the code."""
    return set(_window(update_window("de", tmp_path_factory.mktemp("texts"))))


@pytest.fixture(scope="module")
def of_the_rest():
    """All other texts in the code; those that depend on a number are pairs."""
    return {message.id for message in collected() if message.id}


def _window(path):
    texts = {}
    for message in ElementTree.parse(path).getroot().iter("message"):
        translation = message.find("translation")
        done = translation.get("type") is None
        texts[message.findtext("source")] = (translation.text or "") if done else ""
    return texts


def _rest(language):
    with (FOLDER / language / "LC_MESSAGES" / f"{DOMAIN}.po").open("rb") as file:
        return {message.id: message.string for message in read_po(file) if message.id}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_of_the_window_is_translated(language, of_the_window):
    texts = _window(FOLDER / language / "window.ts")
    assert set(texts) == of_the_window, "python -m resources.languages.collect"
    assert [text for text, translated in texts.items() if not translated] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_other_text_is_translated(language, of_the_rest):
    texts = _rest(language)
    assert set(texts) == of_the_rest, "python -m resources.languages.collect"
    forms = {text: (said,) if isinstance(said, str) else said for text, said in texts.items()}
    assert [text for text, said in forms.items() if not all(said)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_has_the_places_for_values_of_its_text(language):
    texts = _window(FOLDER / language / "window.ts") | _rest(language)
    for text, said in texts.items():
        for form in (said,) if isinstance(said, str) else said:
            expected = text if isinstance(text, str) else text[1]
            places = set(PLACEHOLDER.findall(expected))
            if isinstance(text, str):
                assert set(PLACEHOLDER.findall(form)) == places, text
            else:
                # The form for one may say it in words.
                assert set(PLACEHOLDER.findall(form)) <= places, text


@pytest.mark.parametrize("language", LANGUAGES)
def test_access_keys_are_kept(language):
    for text, said in _window(FOLDER / language / "window.ts").items():
        assert bool(re.search(r"&\w", text)) == bool(re.search(r"&\w", said)), text


def _unmarked(path):
    """Texts that people read and that are not marked, with their lines."""
    tree = ast.parse(path.read_text("utf-8"))
    raised = {node.exc for node in ast.walk(tree) if isinstance(node, ast.Raise)}
    for call in ast.walk(tree):
        if not isinstance(call, ast.Call):
            continue
        name = ast.unparse(call.func).rpartition(".")[2]
        shown = call in raised or SHOWING.match(name)
        if not shown or name in INTERNAL | FOR_PROGRAMS or "log" in ast.unparse(call.func):
            continue
        for argument in (*call.args, *(word.value for word in call.keywords)):
            if isinstance(argument, ast.JoinedStr):
                text = "".join(
                    part.value for part in argument.values if isinstance(part, ast.Constant)
                )
            elif isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                text = argument.value
            else:
                continue
            if not SAME_EVERYWHERE.fullmatch(text):
                yield f"{path.relative_to(ROOT)}:{argument.lineno}: {text}"


def test_no_text_that_people_read_is_unmarked():
    files = [
        path
        for path in (*(ROOT / "desktop_app").rglob("*.py"), ROOT / "model" / "checkpoint.py")
        if not any(part in ENGLISH for part in path.parts)
    ]
    assert [found for path in sorted(files) for found in _unmarked(path)] == []


def test_an_unmarked_text_is_found(tmp_path, monkeypatch):
    path = tmp_path / "page.py"
    path.write_text('label.setText("Not translated")\nraise FileGone(f"There is no {file}.")\n')
    monkeypatch.setattr(f"{__name__}.ROOT", tmp_path)
    assert list(_unmarked(Path(path))) == [
        "page.py:1: Not translated",
        "page.py:2: There is no .",
    ]
