"""The words by which pages in many languages label what is no story: read once from ``words.toml``."""

import tomllib
from importlib import resources

WORDS: dict[str, dict[str, list[str]]] = tomllib.loads(
    resources.files("reader.parser.page").joinpath("words.toml").read_text("utf-8")
)
