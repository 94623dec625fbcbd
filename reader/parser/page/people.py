"""People's names out of a line: "By Ann Lee and Bo Park, Staff" names two; offices and houses are told apart."""

import html
import re
from functools import lru_cache

from reader.parser import words
from reader.parser.page.tree import flat
from reader.parser.page.words import WORDS


@lru_cache(maxsize=1024)
def names_in(text: str) -> tuple[str, ...]:
    """The names that a byline gives, without the words before and behind them."""
    text = flat(html.unescape(text[:LONGEST_LIST]))
    if late := _LATE_HEAD.search(text) or _POSTED_BY.match(text):
        text = text[late.end() :]
    elif done := _DONE_BY.match(text):
        text = "" if done[1].casefold() in _CREDITS else text[done.end() :]
    names: list[str] = []
    for piece in _JOIN.split(_ASIDE.sub("", _HEAD.sub("", _LABEL.sub("", text)))):
        if names and _PLACE.match(piece or ""):
            continue
        part = _HEAD.sub("", _LABEL.sub("", piece or ""))
        name = _without_labels(part if _INSTITUTION.match(part) else _without_tail(part)).strip(_EDGES)
        if _LETTER.search(name) and name.replace(".", "").casefold() not in _DEGREES:
            names.append(name)
    return tuple(names)


def without_by(line: str) -> str:
    """The line without the words that begin it as a byline."""
    return _HEAD.sub("", _LABEL.sub("", flat(html.unescape(line)))).strip(_EDGES)


def begins_byline(line: str) -> bool:
    """Whether a word like "by" stands before a name, at the beginning or behind a date."""
    if _POSTED_BY.match(line):
        return True
    head = _LATE_HEAD.search(line) or _HEAD.match(line)
    return head is not None and (head[0].rstrip().endswith(":") or not line[head.end() : head.end() + 1].islower())


def ends_byline(line: str) -> bool:
    """Whether it is a name with what its bearer does for the paper behind it: "Ann Lee, Staff Writer"."""
    named = _NAME_AND_OFFICE.fullmatch(line)
    return named is not None and (not named[1] or (is_person(named[1]) and has_capitals(named[1])))


def is_labelled(line: str) -> bool:
    """Whether the line begins as "Author: …" or "Text: …"."""
    return ":" in line[:40] and _LABEL.match(line) is not None


def is_labelled_otherwise(line: str) -> bool:
    """Whether a label that is not the author's begins the line: "Date: …"."""
    label, colon, _ = line.partition(":")
    return bool(colon) and len(label) < 20 and not is_by(label.strip()) and not is_labelled(line)


def is_by(words_before: str) -> bool:
    """Whether it is a word like "by" and nothing else."""
    return _BY.fullmatch(words_before) is not None


def _without_tail(part: str) -> str:
    """The name without the role, place or date behind it; a role is no role where it leaves less than two words."""
    dated = _DATED.search(part)
    name = _TAIL.sub("", part[: dated.start()] if dated and dated[1].casefold() in _MONTHS else part)
    role = _ROLE.search(name)
    bare = name[: role.start()].strip() if role else ""
    return _without_agency(bare if " " in bare or _UNSPACED.fullmatch(bare) else name)


def _without_agency(name: str) -> str:
    """The name without the agency that follows it with no sign between: "Ann Lee Associated Press"."""
    parts = name.split()
    for length in (2, 1):
        if len(parts) >= length + 2 and " ".join(parts[-length:]).casefold() in _AGENCIES:
            return " ".join(parts[:-length]).removesuffix(" The")
    return name


def _without_labels(name: str) -> str:
    """The name without the words behind it that label a date: "Ann Lee Updated"."""
    parts = name.split()
    while parts and parts[-1].casefold().strip(":.") in _DATE_WORDS:
        parts.pop()
    return " ".join(parts)


@lru_cache(maxsize=4096)
def is_person(name: str) -> bool:
    """Whether the words can be a person's name."""
    parts = name.split()
    folded = name.casefold()
    return (
        1 < len(name) < 50
        and len(parts) <= 5
        and not (len(parts) > 1 and parts[0].casefold() in _NEVER_FIRST)
        and folded not in _HOUSE
        and folded not in _NEVER
        and not _NOT_NAME.search(name)
        and not _COMPANY.search(name)
        and not _INSTITUTION.match(name)
        and not is_by(name)
    )


def has_capitals(name: str) -> bool:
    """Whether all its parts begin as names do, in scripts that have capitals: "de la Cruz" too, "Your editors" not."""
    parts = (_ELIDED.sub("", part) for part in name.split())
    return all(not part[0].islower() or part.casefold().strip(".") in _PARTICLES for part in parts if part)


_ELIDED = re.compile(r"^[dl]['’](?=\w)")


_PARTICLES = frozenset({"de", "del", "della", "di", "da", "dos", "du", "la", "le", "el", "al", "bin", "ibn", "van"}) | {
    *(
        "von",
        "vom",
        "zu",
        "zum",
        "zur",
        "ter",
        "ten",
        "den",
        "der",
        "af",
        "av",
        "y",
        "e",
        "das",
        "do",
        "los",
        "las",
        "ten",
        "op",
        "in",
        "'t",
    )
}


def is_account(name: str) -> bool:
    """Whether it is the name of an account and no more: "ann.lee", "annlee", "Lee1984"."""
    return _ACCOUNT.fullmatch(name) is not None and name.casefold() not in _HOUSE | _NEVER and not is_by(name)


def spelled(account: str) -> str:
    """The name in an account of first and last name: "Ann Lee" for "ann.lee"; others as they are."""
    return " ".join(map(str.capitalize, re.split(r"[._]", account))) if _FULL_ACCOUNT.fullmatch(account) else account


def is_house(name: str) -> bool:
    """Whether the words can be the name of an editorial office or an agency."""
    folded = name.casefold()
    may_be = 2 < len(name) < 60 and folded not in _NEVER and not is_by(name)
    return may_be and not _NOT_HOUSE.search(name) and not _leads_astray(folded)


def _leads_astray(folded: str) -> bool:
    return folded.split(maxsplit=1)[0] in _NEVER_FIRST and not folded.startswith("the ")


def _one_of(kind: str) -> str:
    known = {*WORDS["byline"].get(kind, ()), *(word for word in words.every(kind) if " " in word)}
    return "|".join(map(re.escape, sorted(known, key=len, reverse=True)))


LONGEST_LIST = 4000
"""Signs of a list of names that are read."""
_LETTER = re.compile(r"[^\W\d_]")
_EDGES = " .:-–—,*'\"()[]《》【】「」『』（）〔〕"
_BY = re.compile(rf"(?:{_one_of('by')})", re.I)
_LABEL = re.compile(
    r"^\W*(?:words|authors?|autor(?:in|en|es|a)?"
    r"|text[eo]?(?:\s?(?:&|\+|und|and|et|y|e)\s?(?:fotos?|photos?|bild(?:er)?|video))?"
    r"|tekst|auteur|autore|von|автор|作者|文|责任编辑|責任編輯)\s*[:：]\s*",
    re.I,
)
_HEAD = re.compile(rf"^\W*(?:{_one_of('by')})(?:\s*[:：／/]\s*|\s+)", re.I)
_LATE_HEAD = re.compile(
    r"\d\W*\s(?:by|von|par|por|di|door|av|af)\s+(?=[^\W\d_])"
    r"|\s(?:本?[报報]?[记記]者|作者|撰文)\s*[:：／/]?\s*(?=[\u3400-\u9fff])",
    re.I,
)
"""\"Posted on 21 September 2020 by Ann Lee\": the word stands behind a date, or in Chinese behind anything."""
_NAME_AND_OFFICE = re.compile(
    r"([^\W\d_][^\d,|:]{3,30}[^\W\d_]),\s(?:[^\W\d_][\w&’'-]*\s){0,3}(?i:writer|editor|reporter|correspondent|columnist"
    r"|critic|redakteur(?:in)?|korrespondent(?:in)?|journalist[ei]?n?|rédact(?:eur|rice)|correspondante?|redactora?"
    r"|corresponsal|periodista|inviat[oa]|giornalista|repórter|jornalista|redacteur|verslaggever)"
    r"|()[가-힣]{2,4}\s?(?:선임)?(?:기자|특파원|논설위원)(?:\s\S+@\S+)?"
)
_POSTED_BY = re.compile(
    r"^\W*(?:posted|published|submitted|written|veröffentlicht|geschrieben|erstellt|publié|publicado|pubblicato)\b"
    r"[^.:]{0,60}?\s(?:by|von|par|por|da)\s+(?=[^\W\d_])",
    re.I,
)
"""\"Posted in Science by ann\"."""
_DONE_BY = re.compile(r"^\W*([^\W\d_]{3,})\s(?:by|von|par|por|door|av|af)\s+(?=[^\W\d_])", re.I)
"""\"Submitted by ann\": any verb before the word; but "Photo by" names no author."""
_CREDITS = frozenset(WORDS["credit"]["labels"])
_AGENCIES = frozenset(WORDS["credit"]["agencies"])
_JOIN = re.compile(rf"\s*(?:[,;|/•·&\n]\s*(?:(?:{_one_of('and')})\s)?|\s(?:{_one_of('and')})\s)\s*", re.I)
_ASIDE = re.compile(r"\s*\([^()]*\)(?!\s[A-ZÀ-Þ])")
"""What stands in brackets behind a name; inside one it belongs to it: "Ann (Mary) Lee"."""
_TAIL = re.compile(
    rf"\s*(?:\[.*|\([^)]*\)?\W*$|\s[-–—]\s.*|\s\d.*|\s@.*|\s\w+\.(?:com|org|net|co\.uk)\b.*|\s(?:fotos?|photos?|bild(?:er)?|illustrations?|grafik)\s?(?::|by|von).*"
    r"|\s(?:[摄攝]影|撮影|写真|사진)\s?[:：／/=].*"
    rf"|\s(?:{_one_of('for')})(?:\s.*)?)$",
    re.I,
)
_UNSPACED = re.compile(r"[\u3400-\u9fff가-힣]{2,4}")
_PLACE = re.compile(r"(?:from|in|de|da|do|em|en|à|aus)\s", re.I)
"""What begins a place behind a name: "Ann Lee, from Norby"."""
_DATED = re.compile(r"\s([^\W\d_]+)\.?\s\d.*$")
_ROLE = re.compile(rf"\s(?:{_one_of('role')})(?:\s.*)?$", re.I)
_MONTHS = {form for months in words.every("months") for form in months.split()}
_LONG_NAMES = {form for form in _MONTHS | words.every("weekdays") if len(form) > 3}
_DATE_WORDS = words.every("published") | words.every("updated") | _LONG_NAMES
_INSTITUTION = re.compile(
    r"(?:organi[sz]ation|institut|cent(?:er|re)|council|department|ministry|foundation|society|association|university"
    r"|academy|office|contributors)\b",
    re.I,
)
_COMPANY = re.compile(
    r"\b(?:inc|ltd|llc|gmbh|ag|corp|verlag|media|network|agency|agentur|magazine?|zeitung|redaktion|staff|team"
    r"|reports?|services?|writers?|bureau|e\. ?v)\b\.?$",
    re.I,
)
_DEGREES = frozenset(
    {"phd", "md", "ms", "msc", "ma", "mba", "ba", "bsc", "bs", "rd", "rdn", "ldn", "rn", "np", "do", "jd", "llm", "mph"}
    | {"dds", "dvm", "pharmd", "psyd", "edd", "cpa", "cfa", "esq", "jr", "sr", "mp", "obe", "dr", "prof"}
)
"""What follows a name behind a comma and is no other person."""
_NOT_NAME = re.compile(r"https?:|www\.|\.(?:com|org|net|de|co)\b|[\d<>{}=_@#?!©]", re.I)
_NOT_HOUSE = re.compile(r"https?:|:\s|www\.|\.(?:com|org|net|de|co)$|[\d<>{}=_@#?!©]", re.I)


_HOUSE = frozenset(WORDS["byline"]["house"])
_ALSO_NAMES = {"jan", "april", "may", "mai", "june", "juni", "august"}
_NEVER = frozenset(WORDS["byline"]["never"]) | words.every("weekdays") | (_MONTHS - _ALSO_NAMES)
_NEVER_FIRST = frozenset(WORDS["byline"]["never_first"])
_ACCOUNT = re.compile(r"[^\W\d_]+[._][^\W\d_]+|[a-z][\w-]*|[^\W\d_]+\d\w*")
_FULL_ACCOUNT = re.compile(r"[^\W\d_]{2,}[._][^\W\d_]{3,}")
