"""What reading a file answers: Parsed, or Unreadable."""

from dataclasses import dataclass

from reader.article import Article, ArticleId, Problem
from reader.parser.assets import Assets


@dataclass(frozen=True, slots=True)
class Parsed:
    """A story, its pictures, and the small things that went wrong. ``format`` is ``html`` or ``text``."""

    article: Article
    assets: Assets
    format: str
    identity: ArticleId = ""
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A file that is no story this reader can open, and one sentence why.

    ``text`` is what can still be shown as plain text, where the file is text at all.
    """

    problem: Problem
    identity: ArticleId = ""
    text: str = ""
