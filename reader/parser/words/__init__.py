"""Words that pages and dumps use in each language: one TOML file a language, one list a kind of word.

A kind is a key such as ``months`` or ``common``; a language that lacks it has none. Words are casefolded on reading.
"""

import tomllib
from functools import cache
from pathlib import Path

__all__ = ["by_language", "every", "languages"]

_FOLDER = Path(__file__).parent


@cache
def languages() -> tuple[str, ...]:
    """The languages that have a file, as BCP 47 primary tags."""
    return tuple(sorted(path.stem for path in _FOLDER.glob("??.toml")))


@cache
def _words_of(language: str) -> dict[str, tuple[str, ...]]:
    with (_FOLDER / f"{language}.toml").open("rb") as file:
        return {kind: tuple(word.casefold() for word in words) for kind, words in tomllib.load(file).items()}


@cache
def by_language(kind: str) -> dict[str, tuple[str, ...]]:
    """The words of one kind in every language that has them, in the order of the file."""
    return {language: _words_of(language)[kind] for language in languages() if kind in _words_of(language)}


@cache
def every(kind: str) -> frozenset[str]:
    """The words of one kind in all languages together."""
    return frozenset(word for words in by_language(kind).values() for word in words)
