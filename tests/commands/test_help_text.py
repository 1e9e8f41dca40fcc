"""What ``--help`` prints."""

import pytest

from desktop_app.commands import analyze, listen, restore_tags


@pytest.mark.parametrize("columns", ["58", "66", "80"])
@pytest.mark.parametrize(
    ("command", "names"),
    [
        (listen, ("/genre-monitor/answer,", "genre-monitor/COMPUTER/state", "server-sent")),
        (analyze, ("--write-tags,", "restore-tags")),
        (restore_tags, ("--write-tags.",)),
    ],
)
def test_names_are_whole_and_can_be_copied(monkeypatch, command, names, columns):
    monkeypatch.setenv("COLUMNS", columns)
    said = command.command_parser().format_help()
    assert [name for name in names if name not in said] == []
    assert not any(line.endswith("-") for line in said.splitlines())
