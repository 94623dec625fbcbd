"""Bytes to text: byte-order mark, declared charset, detection, and whether it was guessed."""

import codecs
import re
from collections.abc import Callable
from dataclasses import dataclass

import webencodings  # type: ignore[import-untyped]  # it has no stubs


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a file, without NULs and control characters except tab and line ends.

    ``encoding`` is the name by the WHATWG Encoding Standard; ``guessed`` says that no mark and no sound declaration
    gave it and that it is not plain UTF-8.
    """

    text: str
    encoding: str
    guessed: bool


def decode(content: bytes) -> Decoded:
    """The text of any bytes whatsoever; never raises. The first way that answers is taken."""
    for way in WAYS:
        if found := way(content):
            is_as_it_stands = found.encoding == "utf-8" and not found.guessed
            text = _cleared(found.text, content if is_as_it_stands else _raw(found.text))
            return Decoded(text, found.encoding, found.guessed)
    return Decoded(without_controls(content.decode("cp1252", "unmapped")), "windows-1252", True)


def _by_mark(content: bytes) -> Decoded | None:
    """A byte-order mark; UTF-32's begins like UTF-16's and is asked first."""
    for mark, codec in BYTE_ORDER_MARKS:
        if content.startswith(mark):
            return Decoded(content[len(mark) :].decode(codec, "replace"), codec, False)
    return None


def _by_nulls(content: bytes) -> Decoded | None:
    """UTF-16 without a mark: nearly all NULs stand at even, or nearly all at odd places.

    A few NULs in what is sound UTF-8 without them are dirt, not halves of signs.
    """
    head = content[: 4096 & ~1]
    even, odd = head[::2].count(0), head[1::2].count(0)
    if max(even, odd) < 2 or min(even, odd) * 20 > max(even, odd):
        return None
    if (even + odd) * FEW_NULLS < len(head) and _is_utf8(head):
        return None
    codec = "utf-16-be" if even > odd else "utf-16-le"
    text = content.decode(codec, "replace")
    sound = sum(sign.isalnum() or sign.isspace() or sign.isascii() for sign in text[:2048])
    return Decoded(text, codec, True) if sound >= 0.8 * len(text[:2048]) else None


FEW_NULLS = 20
"""One NUL in more bytes than this is seldom: even ideographs in UTF-16 have ASCII markup or line ends around them."""


def _is_utf8(head: bytes) -> bool:
    """Whether the bytes are UTF-8, as far as their last sign is whole."""
    try:
        codecs.getincrementaldecoder("utf-8")().decode(head)
    except UnicodeDecodeError:
        return False
    return True


def _by_declaration(content: bytes) -> Decoded | None:
    """The charset that the page declares, as far as the bytes agree with it."""
    encoding = declared_encoding(content)
    if not encoding or encoding == "utf-8" or _is_utf8_in_truth(content):
        return None
    text = content.decode(CODECS.get(encoding, encoding), "unmapped")
    return Decoded(text, encoding, False) if text.count("\ufffd") * 50 <= len(text) else None


def declared_encoding(content: bytes) -> str:
    """The WHATWG name of the encoding in ``<meta charset>`` or ``<?xml encoding>``, or nothing.

    A page that declares UTF-16 in plain ASCII is UTF-8, and ``x-user-defined`` is windows-1252, as browsers have it;
    UTF-7 is no encoding of the standard and counts as nothing.
    """
    head = content[:DECLARATION_WITHIN]
    comment = head.find(b"<!--")
    found = _DECLARED.search(head, 0, comment if comment >= 0 else len(head))
    if not found and comment >= 0:
        found = _DECLARED.search(_without_comments(head))
    if not found:
        return ""
    encoding = webencodings.lookup(found[1].decode("ascii", "ignore"))
    if encoding is None:
        return ""
    name: str = encoding.name
    return {"utf-16le": "utf-8", "utf-16be": "utf-8", "x-user-defined": "windows-1252"}.get(name, name)


def _without_comments(head: bytes) -> bytes:
    """The bytes outside comments; one that never ends hides the rest."""
    first, *others = head.split(b"<!--")
    return first + b"".join(other.partition(b"-->")[2] for other in others)


def _is_utf8_in_truth(content: bytes) -> bool:
    """Whether a page that declares something older holds UTF-8, as pages saved anew by a browser do."""
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return bool(_TWO_UTF8_SIGNS.search(content))


def _by_escapes(content: bytes) -> Decoded | None:
    """ISO-2022-JP: seven-bit, known by its escape sequences."""
    if b"\x1b" not in content or (b"\x1b$B" not in content and b"\x1b$@" not in content):
        return None
    try:
        return Decoded(content.decode("iso2022_jp"), "iso-2022-jp", True)
    except UnicodeDecodeError:
        return None


def _by_utf8(content: bytes) -> Decoded | None:
    """UTF-8: whole, cut off inside its last sign, or with a few foreign bytes, taken for windows-1252."""
    try:
        return Decoded(content.decode("utf-8"), "utf-8", False)
    except UnicodeDecodeError as error:
        signs = len(_UTF8_SIGN.findall(content))
        if signs and error.reason.startswith("unexpected end"):
            return Decoded(content[: error.start].decode("utf-8"), "utf-8", False)
    strays = len(_HIGH.findall(_UTF8_SIGN.sub(b"", content)))
    if signs < 10 * strays:
        return None
    return Decoded(content.decode("utf-8", "western"), "utf-8", True)


def _by_western_signs(content: bytes) -> Decoded | None:
    """windows-1252 by its signs: quotes and dashes between words, single accented letters inside them."""
    if _UNMAPPED.search(content):
        return None
    text = content.decode("cp1252")
    high = len(_HIGH.findall(content))
    odd = len(_NOT_WESTERN.findall(text))
    return Decoded(text, "windows-1252", True) if odd * 40 <= high <= len(content) / 3 else None


def _by_detector(content: bytes) -> Decoded | None:
    """What charset-normalizer believes, from a piece of the file: slow, and on short lines often wrong."""
    from charset_normalizer import from_bytes  # noqa: PLC0415  (0.1 s, and hardly ever wanted)

    best = from_bytes(content[:DETECT_WITHIN]).best()
    encoding = webencodings.lookup(best.encoding.replace("_", "-")) if best else None
    encoding = encoding or (webencodings.lookup(best.encoding.replace("cp", "windows-")) if best else None)
    if encoding is None:
        return None
    name: str = encoding.name
    text = content.decode(CODECS.get(name, name), "replace")
    return Decoded(text, name, True) if text.count("\ufffd") * 20 <= len(text) else None


def without_controls(text: str) -> str:
    """The text without control characters; C1 signs become the windows-1252 signs they were before a bad conversion."""
    return _cleared(text, _raw(text))


def _raw(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _cleared(text: str, raw: bytes) -> str:
    """The text, which the bytes are in UTF-8, without control characters."""
    text = text.removeprefix("\ufeff")
    if not _has_controls(raw):
        return text
    if _C1.search(text):
        text = text.translate(_C1_SIGNS)
    return _CONTROL.sub("", text)


def _has_controls(raw: bytes) -> bool:
    """Whether one of the signs stands in the text; a search in its bytes is four times as fast as one in its signs."""
    if raw.translate(None, _NO_CONTROL_BYTES):
        return True
    return (b"\xc2" in raw and bool(_C1_IN_UTF8.search(raw))) or (
        b"\xef" in raw and any(sign in raw for sign in _NO_SIGNS_IN_UTF8)
    )


def _unmapped(error: UnicodeError) -> tuple[str, int]:
    """Decode on: 0x80 is the euro sign in Chinese pages; a byte without a meaning is U+FFFD."""
    assert isinstance(error, UnicodeDecodeError)  # noqa: S101  (the type checker's need; decoders raise no other)
    if error.encoding in {"gbk", "gb18030"} and error.object[error.start] == 0x80:
        return "€", error.start + 1
    return "\ufffd", error.start + 1


def _western(error: UnicodeError) -> tuple[str, int]:
    """A stray byte in UTF-8, read as windows-1252."""
    assert isinstance(error, UnicodeDecodeError)  # noqa: S101  (as above)
    return error.object[error.start : error.start + 1].decode("cp1252", "replace"), error.start + 1


codecs.register_error("unmapped", _unmapped)
codecs.register_error("western", _western)

WAYS: tuple[Callable[[bytes], Decoded | None], ...] = (
    _by_mark,
    _by_nulls,
    _by_declaration,
    _by_escapes,
    _by_utf8,
    _by_western_signs,
    _by_detector,
)
DECLARATION_WITHIN = 65536
"""Bytes in which a declaration is looked for; the standard says 1,024, but saved pages carry long comments first."""
DETECT_WITHIN = 65536
BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
CODECS = {
    "windows-1252": "cp1252",
    "gbk": "gb18030",
    "euc-kr": "cp949",
    "shift_jis": "cp932",
    "big5": "big5hkscs",
    "macintosh": "mac_roman",
    "x-mac-cyrillic": "mac_cyrillic",
    "windows-874": "cp874",
    "iso-8859-8-i": "iso-8859-8",
    "hz-gb-2312": "hz",
}
"""Python's codec that reads what the standard means by a name: the wider one where the two differ."""
_DECLARED = re.compile(
    rb"""<(?:meta\b[^>]{0,500}?\bcharset|\?xml\b[^>]{0,200}?\bencoding)\s*=\s*["']?\s*([A-Za-z0-9_:.()+-]{2,40})""",
    re.I,
)
_HIGH = re.compile(rb"[\x80-\xff]")
_UTF8 = rb"(?:[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3})"
_UTF8_SIGN = re.compile(_UTF8)
_TWO_UTF8_SIGNS = re.compile(_UTF8 + b".*?" + _UTF8, re.S)
_UNMAPPED = re.compile(rb"[\x81\x8d\x8f\x90\x9d]")
_NOT_WESTERN = re.compile("[À-ÿŠšŽžŒœŸ]{3}|(?<=[a-z])[À-ÖØ-Þ]|(?<=\\w)[¡-¬®-¶¸-¿](?=[a-zà-ÿ])|[a-z][ŒŠŽŸ†‡‰ƒ]")
_CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ufffe\uffff]")
_NO_CONTROL_BYTES = bytes({*range(0x20, 0x100)} - {0x7F} | set(b"\t\n\f\r"))
_C1_IN_UTF8 = re.compile(rb"\xc2[\x80-\x84\x86-\x9f]")
_NO_SIGNS_IN_UTF8 = (b"\xef\xbf\xbe", b"\xef\xbf\xbf")
_C1 = re.compile("[\x80-\x84\x86-\x9f]")
_C1_SIGNS = {0x80 + n: sign for n, sign in enumerate("€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ")}
