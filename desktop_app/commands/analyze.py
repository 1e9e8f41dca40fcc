"""``genre-monitor analyze``: the genres of audio files, without a window."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Generator, Sequence
from concurrent.futures.process import BrokenProcessPool
from contextlib import closing
from pathlib import Path

from tqdm import tqdm

from desktop_app.analysis.offline import STEP_SECONDS
from desktop_app.bundled import model_path
from desktop_app.commands.options import Refused, add_model
from desktop_app.library.addresses import Address, files_at, is_address
from desktop_app.library.cluster import LostScheduler, NoScheduler, on_cluster
from desktop_app.library.executors import Failure, Location, Work, in_processes, in_this_process
from desktop_app.library.finding import audio_files
from desktop_app.library.parquet import ParquetFolder
from desktop_app.library.result import Result, key_of
from desktop_app.library.writers import (
    ForeignFile,
    Labels,
    ResultWriter,
    Stream,
    csv_file,
    json_file,
    label_files,
    to_stream,
)
from model.classifier import load_classifier
from model.model_errors import CheckpointError

FORMATS = ("text", "json", "csv", "audacity", "parquet")
ENDINGS = {".json": "json", ".jsonl": "json", ".csv": "csv", ".parquet": "parquet"}
LEAST_HOP_SECONDS = 0.05
GOES_ON = "The results that are there stay, and --resume goes on with the rest."
CLUSTER = "Install it with: pip install 'genre-monitor[cluster]'."


def run(arguments: list[str]) -> int:
    """Analyse files, one result a file.

    Returns:
        The exit status: 1 if some files could not be analysed to their end; 130 after Ctrl-C.

    Raises:
        Refused: the arguments make no sense, or there is something else where results should go.
    """
    options = _parser().parse_args(arguments)
    if options.resume and options.output is None:
        raise Refused("--resume goes on with what is in a file; say which with -o.")
    if options.hop < LEAST_HOP_SECONDS or options.jobs < 1:
        raise Refused(f"--hop is {LEAST_HOP_SECONDS} s or more, --jobs 1 or more.")
    work = Work(model_path(options.model), options.hop)
    try:
        genres = load_classifier(work.model).genres
    except CheckpointError as error:
        raise Refused(str(error)) from error
    places = _found(options.places, options.recursive)
    with _output(options, places, genres) as output:
        done = output.done if options.resume else set()
        left = [place for place in places if key_of(place) not in done] if done else places
        if options.scheduler is not None:
            found = on_cluster(left, work, options.scheduler)
        elif options.jobs > 1:
            found = in_processes(left, work, options.jobs)
        else:
            found = in_this_process(left, work)
        return _analyze(found, len(left), output)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="genre-monitor analyze",
        description="Name the genre of audio files, and where in them it changes.",
    )
    parser.add_argument(
        "places", metavar="PATH", nargs="+", type=_place,
        help="an audio file, or a folder: all audio files in it; also an fsspec address such as "
        "s3://bucket/music",
    )  # fmt: skip
    parser.add_argument("--recursive", action="store_true", help="and in the folders within it")
    parser.add_argument(
        "--hop", metavar="S", type=float, default=STEP_SECONDS,
        help="seconds of sound from one look to the next (default: 0.5)",
    )  # fmt: skip
    parser.add_argument(
        "--format", choices=FORMATS,
        help="text: a line a file to read; json: an object a file a line, with the timeline; csv: "
        "a row a file; audacity: labels of the parts; parquet: a folder of tables, a row a file "
        "(default: by the ending of OUT, else text)",
    )  # fmt: skip
    parser.add_argument(
        "-o", "--output", metavar="OUT", type=Path,
        help="a file; of parquet, or of audacity with several files, a folder (default: standard "
        "output)",
    )  # fmt: skip
    parser.add_argument(
        "--resume", action="store_true", help="go on with OUT: skip the files that are in it"
    )
    parser.add_argument(
        "--jobs", metavar="N", type=int, default=1,
        help="files to work on at a time, each in a process of its own (default: 1); with several, "
        "results come as they are done",
    )  # fmt: skip
    parser.add_argument(
        "--scheduler", metavar="ADDRESS",
        help="of a Dask cluster whose workers do it in place of this machine",
    )  # fmt: skip
    add_model(parser)
    return parser


def _place(text: str) -> Location:
    return Address(text) if is_address(text) else Path(text)


def _found(named: Sequence[Location], recursive: bool) -> list[Location]:
    places: list[Location] = []
    for place in named:
        if isinstance(place, Path):
            places += audio_files([place], recursive=recursive)
        else:
            places += _at(place, recursive)
    places = list(dict.fromkeys(places))
    if all(isinstance(place, Path) and place.is_dir() for place in places):
        raise Refused(
            f"There are no audio files in {', '.join(map(str, named))}"
            + ("." if recursive else "; --recursive looks into the folders within, too.")
        )
    return places


def _at(address: Address, recursive: bool) -> list[Address]:
    try:
        return files_at(address, recursive=recursive)
    except ImportError as error:
        raise Refused(f"{address} needs more: {error}. {CLUSTER}") from error
    except (OSError, ValueError) as error:
        raise Refused(f"{address} can't be looked into: {error}.") from error


def _output(
    options: argparse.Namespace, places: Sequence[Location], genres: Sequence[str]
) -> ResultWriter:
    target: Path | None = options.output
    kind = options.format or ENDINGS.get(target.suffix.lower() if target else "", "text")
    if target is None:
        if kind == "parquet":
            raise Refused("parquet needs a folder to write to; say which with -o.")
        return to_stream(sys.stdout, kind, genres)
    if kind == "text":
        raise Refused("Text is for reading; to keep results, say --format json, csv or another.")
    try:
        output = _kept(target, kind, places, genres)
    except ForeignFile as error:
        raise Refused(f"{error} Choose another name.") from error
    except ImportError as error:
        raise Refused("parquet needs pyarrow: pip install 'genre-monitor[parquet]'.") from error
    if output.done and not options.resume:
        output.close()
        raise Refused(
            f"{target} has results already: --resume goes on with it; or choose another name."
        )
    return output


def _kept(
    target: Path, kind: str, places: Sequence[Location], genres: Sequence[str]
) -> ResultWriter:
    if kind == "parquet":
        return ParquetFolder(target, genres)
    if kind == "audacity":
        single = len(places) == 1 and not target.is_dir()
        return Labels({key_of(places[0]): target} if single else label_files(places, target))
    return json_file(target) if kind == "json" else csv_file(target, genres)


def _analyze(
    found: Generator[Result | Failure, None, None], count: int, output: ResultWriter
) -> int:
    problems = []
    heard_s = 0.0
    # On a terminal alone: a log has no use for a thousand lines of it.
    progress = tqdm(total=count, unit="file", disable=None, leave=False)
    with progress, closing(found):
        try:
            for result in found:
                if isinstance(result, Failure):
                    problems.append(result.reason)
                else:
                    output.write(result)
                    heard_s += result.duration_s
                    if result.error:
                        problems.append(result.error)
                progress.update()
                if elapsed := progress.format_dict["elapsed"]:
                    progress.set_postfix_str(f"{heard_s / elapsed:.0f} × real time")
        except OSError as error:
            if isinstance(output, Stream):
                # Whoever gave the stream says what is wrong with it.
                raise
            problems.append(
                f"The results can't be written any further: {error.strerror}. {GOES_ON}"
            )
        except LostScheduler as error:
            problems.append(f"{error} {GOES_ON}")
        except NoScheduler as error:
            raise Refused(str(error)) from error
        except ImportError as error:
            raise Refused(f"--scheduler needs distributed. {CLUSTER}") from error
        except BrokenProcessPool:
            problems.append(f"A process died while it worked. {GOES_ON}")
    for problem in problems:
        print(f"genre-monitor: {problem}", file=sys.stderr)
    return int(bool(problems))
