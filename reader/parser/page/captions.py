"""A caption and its credit, taken apart: "Words of the caption. (Photograph: Ann Lee/AP)"."""

import re

from reader.parser.page.tree import flat
from reader.parser.page.words import WORDS

_LABEL = "|".join(sorted((re.escape(word) for word in WORDS["credit"]["labels"]), key=len, reverse=True))
_DRAWN = "|".join(map(re.escape, WORDS["credit"]["drawn"]))
_AGENCY = "|".join(sorted((re.escape(word) for word in WORDS["credit"]["agencies"]), key=len, reverse=True))

_INSIDE = r"[^()（）【】\[\]]"
_IN_BRACKETS = re.compile(
    rf"\s*[(\[（【]\s*((?:{_LABEL})\s*[:：/]?\s*{_INSIDE}+|{_INSIDE}*\b(?:{_AGENCY})\b{_INSIDE}*)[)\]）】]\s*\.?$", re.I
)
_LABELLED = re.compile(
    rf"(?:^|[\s|/–—(,-])\s*((?:{_LABEL})\s*(?::|/|\bby\b|\bvon\b|\bpar\b)\s*\S[^:]*|(?:©|\(c\)|℗|copyright|\bfot\.)\s*\S.*)$",
    re.I,
)
_DRAWN_BY = re.compile(rf"(?<=[.!?…。؟\"”’])\s*((?:{_DRAWN})\s*:\s*\S[^:.!?]*)\.?$", re.I)
_AT_END = re.compile(rf"(?:[.!?…\"”’]|\s[|/–—-])\s*([^.!?|]{{0,60}}\b(?:{_AGENCY})\b[^.!?]{{0,40}})\.?$", re.I)
_WORD_BEFORE = re.compile(rf"^(?:{_LABEL}|{_DRAWN})\s*[:：/|]\s*|^(?:credits?|©|\(c\)|copyright|fot\.)\s+", re.I)
_STUCK = re.compile(
    r"(?<=[.!?…”\"’'\s)a-z])(?:Credits?)+(?:…|\.\.\.)?\s*(?=[A-ZÀ-Þ]|$)|\bCredits?(?:…|\.\.\.)\s*|^Credits?$"
)
"""A label that a script was to finish, or that stood in an element of its own: "… in Queens.CreditAnn Lee"."""
_ONLY_AGENCY = re.compile(rf"(?:{_AGENCY})(?:\s*/\s*.{{2,40}})?|.{{2,40}}/\s*(?:{_AGENCY})", re.I)
_ONLY_CREDIT = re.compile(r"Credits?[A-ZÀ-Þ].*")
_NAMED_AT_END = re.compile(r"(?<=[.!?…])\s*\(([A-ZÀ-Þ][\w.’'-]*(?:\s[A-ZÀ-Þ][\w.’'-]*){1,3}(?:\s?/\s?[\w .’'-]+)?)\)$")
_TAKEN_BY = re.compile(r"(?:^|[。！？\s（(])([^。！？（）()]{2,20}[^\S\n]?(?:摄|攝|撮影))[）)]?$")
"""In Chinese and Japanese the word stands behind the name."""
_COURTESY = re.compile(
    r"(?:^|(?<=[.!?…\"”’)]))\s*((?i:(?:(?:photo|image|picture)s?\s+)?courtesy(?:\s+of)?)\s+(?:the\s+)?[A-ZÀ-Þ0-9][^.]*)\.?$"
)
_BEHIND_SLASH = re.compile(
    r"(?<=[.!?…\"”’)])\s*/\s*([A-ZÀ-Þ][\w.’'-]*(?:\s[A-ZÀ-Þ][\w.’'-]*){1,3}(?:\s?/\s?[\w .’'-]+)?)\.?$"
)
"""As Spanish papers write: "The waiting room. / ANN LEE"."""
_COUNTER = re.compile(
    r"^(?:(?i:bild|foto|photo|image|imagen|picture|slide|afbeelding|zdjęcie|фото)\s+\d+\s*(?:/|of|von|de|di|sur|van|z|из)\s*\d+"
    r"|\d+\s?/\s?\d+|\d+of\d+)[\s:.–-]*(?=[^\W\d_a-zß-ÿ]|[©(\[„“\"]|$)"
)
_BUTTONS = "|".join(sorted(map(re.escape, WORDS["credit"]["buttons"]), key=len, reverse=True))
_BUTTON = re.compile(
    rf"^(?:(?:\[\+\]\s*)?(?i:{_BUTTONS})(?=$|\s[A-ZÀ-Þ©]|[.:])[\s.:]*)+|(?:(?<=[.!?…])|^)\s*(?i:{_BUTTONS})$"
)
_WAYS = (
    (_IN_BRACKETS, re.compile(r"[)\]）】]\s*\.?$")),
    (_LABELLED, re.compile(r"[:/…©℗]|\.\.\.|\b(?:by|von|par|copyright|fot)\b|\(c\)", re.I)),
    (_DRAWN_BY, re.compile(":")),
    (_AT_END, re.compile(rf"\b(?:{_AGENCY})\b", re.I)),
    (_NAMED_AT_END, re.compile(r"\)$")),
    (_COURTESY, re.compile("courtesy", re.I)),
    (_TAKEN_BY, re.compile("[摄攝影]")),
    (_BEHIND_SLASH, re.compile("/")),
)
"""The ways in which captions carry credits, in the order they are tried, each with what is quickly seen of it."""
LONGEST_CREDIT = 150


def split_credit(text: str) -> tuple[str, str]:
    """The caption without its credit, and the credit without the word before it."""
    text = tidy_caption(_STUCK.sub(" Credit: ", text) if "Credit" in text else text)
    if text == "Credit:":
        return "", ""
    if _ONLY_CREDIT.fullmatch(text) and len(text) <= LONGEST_CREDIT:
        return "", text
    for pattern, hint in _WAYS:
        match = pattern.search(text) if hint.search(text) else None
        if match and len(match[1]) <= LONGEST_CREDIT:
            caption = text[: match.start()] + (text[match.start()] if pattern is _AT_END else "")
            return caption.strip(" |/–—-("), tidy_credit(match[1])
    if _ONLY_AGENCY.fullmatch(text):
        return "", text
    return text, ""


def tidy_caption(text: str) -> str:
    """The caption without a gallery's counter before it, and without the words of buttons around it."""
    text = _BUTTON.sub("", flat(text)).strip()
    match = _COUNTER.match(text)
    return text[match.end() :] if match else text


def tidy_credit(text: str) -> str:
    """The credit without brackets and without the word "Photo:", "Credit" … before it."""
    text = flat(text).strip(" ()[]|（）【】")
    while match := _WORD_BEFORE.match(text):
        rest = text[match.end() :].strip(" :|")
        if not rest:
            break
        text = rest
    return text
