"""Turn a saved file into an Article: bytes in, a value out. No Qt, no settings, no network, no writing to disk."""

from typing import TYPE_CHECKING

from reader.door import door

if TYPE_CHECKING:
    from reader.parser.assets import Assets
    from reader.parser.dates import read_moment
    from reader.parser.decoding import Decoded, decode
    from reader.parser.everything import read_everything
    from reader.parser.file_names import is_candidate, is_own_folder
    from reader.parser.languages import detect_language
    from reader.parser.parsed import Parsed, Unreadable
    from reader.parser.parsing import parse_file, parse_source
    from reader.parser.source import Source
else:
    __getattr__ = door(
        __name__,
        {
            "assets": "Assets",
            "dates": "read_moment",
            "decoding": "Decoded decode",
            "everything": "read_everything",
            "file_names": "is_candidate is_own_folder",
            "languages": "detect_language",
            "parsed": "Parsed Unreadable",
            "parsing": "parse_file parse_source",
            "source": "Source",
        },
    )

__all__ = [
    "Assets",
    "Decoded",
    "Parsed",
    "Source",
    "Unreadable",
    "decode",
    "detect_language",
    "is_candidate",
    "is_own_folder",
    "parse_file",
    "parse_source",
    "read_everything",
    "read_moment",
]
