"""What the names of files and folders say: which are saved articles, and which belong to one."""

from collections.abc import Container

SUFFIXES = frozenset({".html", ".htm", ".xhtml", ".xht", ".shtml", ".txt", ".text", ".mhtml", ".mht", ".webarchive"})
"""Names under which articles lie in a folder. Web archives are among them to be told how to save them anew."""

PAGE_SUFFIXES = (".html", ".htm", ".xhtml", ".HTML", ".HTM")
FOLDER_SUFFIXES = (
    "_files",
    "-filer",
    "_fichiers",
    "-Dateien",
    "_archivos",
    "_file",
    "_ficheiros",
    "_bestanden",
    "_pliki",
)
"""What browsers append to a page's name for its folder, by the language of the browser."""


def is_candidate(name: str) -> bool:
    """Whether a file found in a folder counts as an article by its name; hidden and half-written files do not."""
    stem, dot, ending = name.rpartition(".")
    return bool(stem) and (dot + ending).lower() in SUFFIXES and name[0] not in ".~"


def is_own_folder(name: str, beside: Container[str]) -> bool:
    """Whether a folder holds the pictures and scripts of a page, one of the names beside it, and so no articles."""
    if not name.endswith(FOLDER_SUFFIXES):
        return False
    stems = (name.removesuffix(suffix) for suffix in FOLDER_SUFFIXES if name.endswith(suffix))
    return any(stem + page in beside for stem in stems if stem for page in PAGE_SUFFIXES)
