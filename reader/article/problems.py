"""Problem: what went wrong with a file, in words for a person."""

from typing import NamedTuple


class Problem(NamedTuple):
    """One sentence that says what happened to which file and what can be done; ``code`` names its kind."""

    code: str
    message: str
