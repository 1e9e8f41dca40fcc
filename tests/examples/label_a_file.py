"""Print which genre is heard where in an audio file: label_a_file.py [FILE]."""

import sys
from pathlib import Path

from desktop_app.audio.source_error import SourceError
from desktop_app.bundled import demo_clips
from desktop_app.library.file_analysis import analyze_file
from model import load_classifier

# Any format that the app plays; without an argument, a piece of the demo.
path = Path(sys.argv[1]) if len(sys.argv) > 1 else demo_clips()[0]

# The model that comes with the app; pass a path to load one of your own.
classifier = load_classifier()

try:
    result = analyze_file(path, classifier)
except SourceError as error:
    # One sentence that says what is wrong with the file.
    sys.exit(str(error))

# One genre, or "Pop or Rock", or "Not sure"; None for a file that is mostly not music.
words = "No genre" if result.answer is None else result.answer.words
print(f"{path.name}: {words}, {result.duration_s:.0f} s")

# The file, divided where its genre changes. A label is a genre, "silence" or "not music".
for segment in result.segments:
    span = f"{segment.start_s:6.1f} to {segment.end_s:6.1f} s"
    print(f"{span}  {segment.label} ({100 * segment.probability:.0f} %)")
