"""A caption and its credit, taken apart: "Words of the caption. (Photograph: Ann Lee/AP)"."""

import re

from reader.parser.page.tree import flat
from reader.parser.page.words import WORDS

_LABEL = "|".join(sorted((re.escape(word) for word in WORDS["credit"]["labels"]), key=len, reverse=True))
_DRAWN = "|".join(map(re.escape, WORDS["credit"]["drawn"]))
_AGENCY = "|".join(sorted((re.escape(word) for word in WORDS["credit"]["agencies"]), key=len, reverse=True))

_IN_BRACKETS = re.compile(
    rf"\s*[(\[]\s*((?:{_LABEL})\s*[:/]?\s*[^()\[\]]+|[^()\[\]]*\b(?:{_AGENCY})\b[^()\[\]]*)[)\]]\s*\.?$", re.I
)
_LABELLED = re.compile(
    rf"(?:^|[\s|/–—(,-])\s*((?:{_LABEL})\s*(?::|/|\bby\b|\bvon\b|\bpar\b)\s*\S[^:]*|(?:©|\(c\)|℗|copyright)\s*\S.*)$",
    re.I,
)
_DRAWN_BY = re.compile(rf"(?<=[.!?…。؟\"”’])\s*((?:{_DRAWN})\s*:\s*\S[^:.!?]*)\.?$", re.I)
_AT_END = re.compile(rf"(?:[.!?…\"”’]|\s[|/–—-])\s*([^.!?|]{{0,60}}\b(?:{_AGENCY})\b[^.!?]{{0,40}})\.?$", re.I)
_WORD_BEFORE = re.compile(rf"^(?:{_LABEL}|{_DRAWN})\s*[:/|]\s*|^(?:credits?|©|\(c\)|copyright)\s+", re.I)
_UNFINISHED = re.compile(r"\bCredits?(?:…|\.\.\.)\s*")
"""A label that a script was to finish."""
LONGEST_CREDIT = 150


def split_credit(text: str) -> tuple[str, str]:
    """The caption without its credit, and the credit without the word before it."""
    text = flat(_UNFINISHED.sub(" Credit: ", text))
    for pattern in (_IN_BRACKETS, _LABELLED, _DRAWN_BY, _AT_END):
        match = pattern.search(text)
        if match and len(match[1]) <= LONGEST_CREDIT:
            caption = text[: match.start()] + (text[match.start()] if pattern is _AT_END else "")
            return caption.strip(" |/–—-("), tidy_credit(match[1])
    if text == "Credit:":
        return "", ""
    if re.fullmatch(rf"(?:{_AGENCY})(?:\s*/\s*.{{2,40}})?|.{{2,40}}/\s*(?:{_AGENCY})", text, re.I):
        return "", text
    return text, ""


def tidy_credit(text: str) -> str:
    """The credit without brackets and without the word "Photo:", "Credit" … before it."""
    text = flat(text).strip(" ()[]|")
    while match := _WORD_BEFORE.match(text):
        rest = text[match.end() :].strip(" :|")
        if not rest:
            break
        text = rest
    return text
