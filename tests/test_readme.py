"""The documentation agrees with the program: links, commands, menus, shortcuts, code."""

import contextlib
import importlib.util
import io
import re
from functools import cache
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtGui import QKeySequence

from desktop_app.cli import main
from desktop_app.commands.entry import COMMANDS
from model.classifier import load_classifier
from tests.fixtures.files import write

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
MANUAL = ROOT / "resources/docs/manual.md"
PAGES = (
    README, ROOT / "CHANGELOG.md", ROOT / "resources/model-card.md",
    ROOT / "resources/demo/LICENSES.md", *sorted((ROOT / ".github").glob("*.md")),
    *sorted((ROOT / "resources/docs").glob("*.md")),
)  # fmt: skip
MOST_LINES = 190
"""Four screens."""
FENCED = re.compile(r"^```.*?^```", re.DOTALL | re.MULTILINE)
LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)]+)\)|!\[[^\]]*\]\(([^)]+)\)")

each_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)


def links(page):
    return [one or other for one, other in LINK.findall(FENCED.sub("", page.read_text()))]


def anchors(page):
    """The anchors that GitHub gives to the headings of a page."""
    headings = re.findall(r"^#+ (.*)$", FENCED.sub("", page.read_text()), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@each_page
def test_links_resolve(page):
    for link in links(page):
        if "://" in link:
            continue
        name, _, anchor = link.partition("#")
        target = page.parent / name if name else page
        assert target.exists(), f"{page.name} links to {link}"
        assert not anchor or anchor in anchors(target), f"{page.name} links to {link}"


def test_every_page_can_be_reached_from_the_readme():
    reached, left = set(), [README]
    while left:
        page = left.pop()
        reached.add(page)
        targets = [(page.parent / link.partition("#")[0]).resolve() for link in links(page)]
        left += [t for t in targets if t.suffix == ".md" and t.exists() and t not in reached]
    assert set(PAGES) <= reached


def test_the_readme_leads_with_one_sentence_and_a_picture_and_is_short():
    lines = README.read_text().splitlines()
    _, _, sentence, _, picture, *_ = lines
    assert re.fullmatch(r"[^.]+\.", sentence)
    assert picture.startswith("![")
    assert len(lines) <= MOST_LINES


@cache
def options_of(command):
    """The options that a command, or the window for an empty string, explains with --help."""
    text = io.StringIO()
    with contextlib.redirect_stdout(text), contextlib.suppress(SystemExit):
        main([command, "--help"] if command else ["--help"])
    return set(re.findall(r"(?<![\w-])--?[a-z][\w-]*", text.getvalue()))


@each_page
def test_every_command_and_option_exists(page):
    text = page.read_text()
    found = re.findall(r"^(?:\.venv\S+)?genre-monitor.*$", "\n".join(code(text)), re.MULTILINE)
    for line in found:
        words = re.sub(r"[\[\]]", " ", line).split("#")[0].split()[1:]
        named = words and re.fullmatch(r"[a-z]+", words[0])
        command = words[0] if named else ""
        assert not command or command in COMMANDS, f"{page.name}: {line}"
        options = {word for word in words if re.fullmatch(r"--?[a-z][\w-]*", word)}
        assert options <= options_of(command), f"{page.name}: {line}"


def code(text):
    """Fenced lines and code spans."""
    fenced = [line for block in FENCED.findall(text) for line in block.splitlines()]
    return fenced + re.findall(r"`([^`\n]+)`", FENCED.sub("", text))


@each_page
def test_every_make_target_and_module_exists(page):
    text = "\n".join(code(page.read_text()))
    targets = set(re.findall(r"^([\w-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    assert set(re.findall(r"^make ([a-z-]+)", text, re.MULTILINE)) <= targets
    for module in re.findall(r"python -m ((?:desktop_app|model|tests)[\w.]+)", text):
        assert importlib.util.find_spec(module), module


def test_every_command_is_in_the_readme_and_the_command_line_page():
    for page in (README, ROOT / "resources/docs/command-line.md"):
        for command in COMMANDS:
            assert f"`genre-monitor {command}" in page.read_text()


def test_the_documented_libraries_are_those_of_the_makefile():
    makefile = (ROOT / "Makefile").read_text().replace("\\\n", " ")
    packages = re.search(r"^APP_PACKAGES := python3-venv (.*)$", makefile, re.MULTILINE)
    assert packages is not None
    assert " ".join(packages[1].split()) in " ".join(README.read_text().split())


def test_everything_named_in_the_architecture_page_exists():
    text = FENCED.sub("", (ROOT / "resources/docs/architecture.md").read_text())
    code = "\n".join(
        path.read_text()
        for folder in ("model", "desktop_app")
        for path in (ROOT / folder).rglob("*.py")
    )
    # Classes, functions, and constants at the beginning of a line.
    defined = set(re.findall(r"^ *(?:class|def) (\w+)", code, re.MULTILINE))
    defined |= set(re.findall(r"^(\w+)\b.* = ", code, re.MULTILINE))
    for name in re.findall(r"`([A-Za-z_]\w*)(?:\(\))?`", text):
        if name[0].isupper() or name.startswith("_"):
            assert name in defined, name
    for file in re.findall(r"`([\w/]+\.(?:py|toml))`", text):
        assert any((ROOT / parent / file).exists() for parent in ("", "desktop_app")), file
    for folder in re.findall(r"`([\w/]+)/`", text):
        assert any((ROOT / parent / folder).is_dir() for parent in ("", "desktop_app", "tests")), (
            folder
        )


def menu_items(window):
    """Path in the menus -> shortcut, of the window as it starts."""
    found = {}

    def add(menu, path):
        for action in menu.actions():
            title = action.text().replace("&&", "\0").replace("&", "").replace("\0", "&")
            found[" ▸ ".join((*path, title))] = action.shortcut()
            if action.menu() is not None:
                add(action.menu(), (*path, title))

    for action in window.menuBar().actions():
        add(action.menu(), (action.text().replace("&", ""),))
    return found


@pytest.fixture
def items(window_and_monitor):
    return menu_items(window_and_monitor[0])


def test_every_menu_item_named_exists(items):
    for page in PAGES:
        for path in re.findall(r"\*([^*\n]+ ▸ [^*]+)\*", page.read_text()):
            words = " ".join(path.split())
            toggled = {"Source ▸ Play": "Source ▸ Pause"}
            assert words in items or toggled.get(words) in items, f"{page.name}: {words}"


def test_the_documented_shortcuts_are_those_of_the_window(items):
    rows = re.findall(r"^\| (\S+) \| \*([^*]+)\*", MANUAL.read_text(), re.MULTILINE)
    told = {path: keys for keys, path in rows if "▸" in path}
    toggled = {"Source ▸ Pause": "Source ▸ Play", "Source ▸ Stop": "Source ▸ Start"}
    portable = QKeySequence.SequenceFormat.PortableText
    real = {
        toggled.get(path, path): keys.toString(portable)
        for path, keys in items.items()
        if not keys.isEmpty()
    }
    assert told == real


def test_the_python_in_the_readme_runs(tmp_path, monkeypatch):
    first, second = re.findall(
        r"^```python\n(.*?)^```", README.read_text(), re.DOTALL | re.MULTILINE
    )
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "song.flac", 4.0)
    kernels = load_classifier().kernels("conv1")
    windows = np.zeros((2, 100, 13), np.float32)
    names = {
        "windows": windows, "window": windows[0], "weight": kernels.weight, "bias": kernels.bias,
        "image": np.eye(6), "kernel": np.eye(3),
    }  # fmt: skip
    exec(first + second, names)
