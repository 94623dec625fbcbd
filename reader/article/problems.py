"""Problem: what went wrong with a file, in words for a person."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """One sentence that says what happened to which file and what can be done; ``code`` names its kind."""

    code: str
    message: str
