"""``genre-monitor analyze``: classifies audio files by genre."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Generator, Sequence
from contextlib import closing
from pathlib import Path

from tqdm import tqdm

from desktop_app.analysis.offline import STEP_SECONDS
from desktop_app.bundled import model_path
from desktop_app.commands.analyze_output import STANDARD_OUTPUT, kept, not_written, open_output
from desktop_app.commands.analyze_tags import (
    add_tag_options,
    check_tag_options,
    summary,
    tagging_writer,
)
from desktop_app.commands.help_text import WholeNames
from desktop_app.commands.numbers import seconds_from, whole_from
from desktop_app.commands.options import Refused, add_model, path_of, text_of
from desktop_app.commands.problems import tell
from desktop_app.commands.progress import progress_bar
from desktop_app.formatting.local import local
from desktop_app.formatting.reason import reason_of
from desktop_app.formatting.text import message_line
from desktop_app.library.cluster import SchedulerLost, SchedulerUnavailable, analyze_on_cluster
from desktop_app.library.discovery import RULE, Notes, find_audio_files
from desktop_app.library.executors import (
    AnalysisOptions,
    Failure,
    Location,
    analyze_in_processes,
    analyze_sequentially,
)
from desktop_app.library.file_address import is_file_address
from desktop_app.library.file_analysis import Result, file_key
from desktop_app.library.output_formats import FORMATS
from desktop_app.library.remote_files import Url, audio_files_at, is_url
from desktop_app.library.writers import ResultNotWritten, ResultWriter, StreamWriter
from desktop_app.process.interrupts import to_be_finished
from desktop_app.process.leaving import SENTENCE, STATUS
from model.classifier import load_classifier
from model.model_errors import CheckpointError
from resources.languages import N_, gettext

MIN_HOP_SECONDS = 0.05
MOST_JOBS = 1000
"""More processes than any computer can use."""
INSTALL_HINT = N_("Install it with: pip install 'genre-monitor[cluster]'.")


def run(arguments: list[str]) -> int:
    """Classify files and write one result per file.

    Args:
        arguments: of the command line, after ``analyze``.

    Returns:
        The exit status: 0, or 1 if some files could not be analysed to the end.

    Raises:
        Refused: the arguments are invalid, or the output exists and holds something else.
        OSError: standard output cannot be written.
    """
    options = command_parser().parse_args(arguments)
    if options.output == STANDARD_OUTPUT:
        options.output = None
    if options.resume and options.output is None:
        raise Refused(gettext("--resume continues an earlier output. Name it with -o."))
    check_tag_options(options)
    analysis = AnalysisOptions(model_path(options.model), options.hop, options.track or "")
    try:
        genres = load_classifier(analysis.model).genres
    except CheckpointError as error:
        raise Refused(str(error)) from error
    notes = Notes()
    locations = _find(options.locations, options.recursive, notes)
    problems = notes.problems
    try:
        with to_be_finished(), _opened(options, locations, genres) as output:
            done = output.done if options.resume else set()
            left = [location for location in locations if file_key(location) not in done]
            if options.scheduler is not None:
                results = analyze_on_cluster(left, analysis, options.scheduler, _say)
            elif options.jobs > 1:
                results = analyze_in_processes(left, analysis, options.jobs)
            else:
                results = analyze_sequentially(left, analysis)
            problems += _write(results, len(left), output, kept(options))
    except KeyboardInterrupt:
        print(f"{SENTENCE} {kept(options)}".rstrip(), file=sys.stderr)
        return STATUS
    except OSError as error:
        if options.output is None or isinstance(error, BrokenPipeError):
            raise
        # What is written at the end only, such as a workbook.
        problems.append(not_written(options.output, error))
    tell(problems, options.output)
    if said := summary(options):
        print(message_line(said), file=sys.stderr)
    if notes.summary:
        print(message_line(notes.summary), file=sys.stderr)
    return int(bool(problems))


def command_parser() -> argparse.ArgumentParser:
    """Make the parser of the command's arguments."""
    parser = argparse.ArgumentParser(
        prog="genre-monitor analyze",
        formatter_class=WholeNames,
        description=gettext(
            "Classify audio files by genre, and find where in them the genre changes."
        ),
        epilog=gettext(RULE),
    )
    parser.add_argument(
        "locations",
        metavar="PATH",
        nargs="+",
        type=_location,
        help=gettext(
            "an audio file, a folder of audio files, a playlist, or an fsspec URL such as "
            "s3://bucket/music"
        ),
    )
    parser.add_argument("--recursive", action="store_true", help=gettext("search subfolders too"))
    parser.add_argument(
        "--hop",
        metavar="S",
        type=seconds_from(MIN_HOP_SECONDS),
        default=STEP_SECONDS,
        help=gettext("seconds from one classification to the next (default: %(default)s)"),
    )
    parser.add_argument(
        "--track",
        metavar="TRACK",
        type=text_of,
        help=gettext(
            "number or language (de, ger or German) of the audio track to use in videos that "
            "have several (default: the video’s own default track)"
        ),
    )
    parser.add_argument(
        "--format",
        choices=tuple(FORMATS),
        help=gettext(
            "text: one readable line per file; json: one object per file and line, with the "
            "timeline; csv, xlsx: one row per file, for spreadsheets; m3u8: a folder with a "
            "playlist per genre; cue, audacity: cue sheets or label tracks of the segments; "
            "parquet: a folder of tables with one row per file (default: by the extension of "
            "OUT, otherwise text)"
        ),
    )
    parser.add_argument(
        "-o",
        "--output",
        metavar="OUT",
        type=path_of,
        help=gettext(
            "output file; a folder for m3u8 and parquet, and for cue and audacity with several "
            "files (default, or with -: standard output)"
        ),
    )
    parser.add_argument(
        "--resume",
        action="store_true",
        help=gettext("continue OUT, skipping the files already in it"),
    )
    parser.add_argument(
        "--jobs",
        metavar="N",
        type=whole_from(1, MOST_JOBS),
        default=1,
        help=gettext(
            "number of files to analyse at a time, each in its own process (default: %(default)s); "
            "with more than one, results are written in order of completion"
        ),
    )
    parser.add_argument(
        "--scheduler",
        metavar="ADDRESS",
        type=text_of,
        help=gettext(
            "address of a Dask scheduler, whose workers analyse the files instead of this machine"
        ),
    )
    add_model(parser)
    add_tag_options(parser)
    return parser


def _opened(
    options: argparse.Namespace, locations: Sequence[Location], genres: Sequence[str]
) -> ResultWriter:
    if not options.write_tags:
        return open_output(options, locations, genres)
    named = options.output is not None
    output = open_output(options, locations, genres) if named else None
    return tagging_writer(options, locations, output)


def _location(text: str) -> Location:
    return Url(text) if is_url(text) and not is_file_address(text) else path_of(text)


def _find(named: Sequence[Location], recursive: bool, notes: Notes) -> list[Location]:
    paths = [location for location in named if isinstance(location, Path)]
    found: dict[str, Location] = {}
    # Together, so that a link from one folder to another is known to be searched anyway.
    for path in find_audio_files(paths, recursive=recursive, notes=notes):
        found.setdefault(_place(path), path)
    for location in named:
        if not isinstance(location, Path):
            for url in _find_remote(location, recursive, notes):
                found.setdefault(url, url)
    if not notes.problems and all(
        isinstance(location, Path) and os.path.isdir(location) for location in found.values()
    ):
        raise Refused(
            gettext("There are no audio files in {places}.").format(
                places=", ".join(map(str, named))
            )
            + ("" if recursive else gettext(" Add --recursive to search subfolders too."))
        )
    return list(found.values())


def _place(path: Path) -> str:
    """The same for all ways to name a file, but not for links to it."""
    folder = os.path.realpath(path.parent) if ".." in path.parts else os.path.abspath(path.parent)
    return os.path.join(folder, path.name)


def _find_remote(url: Url, recursive: bool, notes: Notes) -> list[Url]:
    try:
        return audio_files_at(url, recursive=recursive)
    except ImportError as error:
        raise Refused(
            gettext(
                "Could not open {url}: {error}. fsspec itself is part of genre-monitor[cluster]."
            ).format(url=url, error=error)
        ) from error
    except ValueError as error:
        raise Refused(
            gettext("Could not open {url}: {error}.").format(url=url, error=error)
        ) from error
    except Exception as error:
        # Every fsspec file system raises its own exceptions; the rest can still be analysed.
        notes.problems.append(
            gettext("Could not open {url}: {error}.").format(url=url, error=error)
        )
        return []


def _say(sentence: str) -> None:
    # Not through the progress bar.
    tqdm.write(message_line(sentence), file=sys.stderr)


def _write(
    results: Generator[Result | Failure, None, None], count: int, output: ResultWriter, hint: str
) -> list[str]:
    problems: list[str] = []
    analysed_s = 0.0
    bar = progress_bar(count, unit="file", leave=False)
    with bar, closing(results):
        try:
            for result in results:
                if isinstance(result, Failure):
                    problems.append(result.reason)
                else:
                    _write_one(result, output, problems)
                    analysed_s += result.duration_s
                    if result.error:
                        problems.append(result.error)
                if elapsed := bar.format_dict["elapsed"]:
                    bar.set_postfix_str(
                        gettext("{speed:.0f} × real time").format(
                            speed=local(analysed_s / elapsed)
                        ),
                        refresh=False,
                    )
                bar.update()
        except BrokenPipeError:
            raise
        except OSError as error:
            if isinstance(output, StreamWriter):
                raise output.told(error) from error
            reason = gettext("Could not write any more results: {reason}.").format(
                reason=reason_of(error)
            )
            problems.append(f"{reason} {hint}".rstrip())
        except SchedulerLost as error:
            problems.append(f"{error} {hint}".rstrip())
        except SchedulerUnavailable as error:
            raise Refused(str(error)) from error
        except ImportError as error:
            raise Refused(
                gettext("--scheduler needs the package distributed. {install_hint}").format(
                    install_hint=gettext(INSTALL_HINT)
                )
            ) from error
    return problems


def _write_one(result: Result, output: ResultWriter, problems: list[str]) -> None:
    try:
        output.write(result)
    except ResultNotWritten as error:
        problems.append(str(error))
