"""Several processes that analyse files: one that dies takes only its own file with it."""

import psutil

from desktop_app.library import executors
from desktop_app.library.executors import AnalysisOptions, Failure, analyze_in_processes
from tests.fixtures.files import write


def workers():
    """The processes that analyse."""
    children = psutil.Process().children()
    return [child for child in children if f"{executors.__name__}:serve" in child.cmdline()]


def test_a_process_that_dies_fails_one_file_only(tmp_path):
    files = [write(tmp_path / f"{number}.wav", 30.0) for number in range(8)]
    results = analyze_in_processes(files, AnalysisOptions(None, 0.5), 2)
    found = [next(results)]
    workers()[0].kill()
    found += results
    assert sorted(result.file for result in found) == sorted(map(str, files))
    (failure,) = [result for result in found if isinstance(result, Failure)]
    assert failure.reason == (
        f"Could not analyse {failure.file}: its process ended with status -9."
    )
    assert workers() == []
