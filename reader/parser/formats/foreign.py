"""Files that are no articles: what they are, by their first bytes, and what a person can do with them."""

import re
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Foreign:
    """A kind of file: what it is called, what to do with it, and its first bytes with the place where they stand."""

    name: str
    advice: str
    marks: tuple[bytes, ...]
    place: int = 0

    def matches(self, content: bytes) -> bool:
        """Whether the content bears one of the marks."""
        return content.startswith(self.marks, self.place)


def foreign_kind(content: bytes) -> Foreign | None:
    """What kind of foreign file the bytes are, or None where they may be an article."""
    if content.startswith(b"PK\x03\x04"):
        return _zip_kind(content)
    if content.startswith(b"RIFF"):
        return next((kind for kind in RIFF if kind.matches(content)), SOUND)
    if content.startswith((b"bplist00", b"<?xml")) and b"WebMainResource" in content:
        return WEBARCHIVE
    return next((kind for kind, matches in RECOGNISED if matches(content)), None)


def _is_pdf(content: bytes) -> bool:
    """Whether the mark stands near the beginning, where some programs write other things before it."""
    return b"%PDF-" in content[:1024] and not content.lstrip().startswith(b"<")


def _is_drawing(content: bytes) -> bool:
    """Whether it is one ``svg`` from top to bottom, and no page that begins with one."""
    return bool(_DRAWING_OPENS.match(content[:4096])) and content.rstrip().endswith(b"</svg>")


def is_binary(content: bytes) -> bool:
    """Whether bytes of no known kind are no text: control characters that texts never hold, too often."""
    head = content[:8192]
    return (len(head) - len(head.translate(None, _CONTROLS))) * 20 > len(head)


def _zip_kind(content: bytes) -> Foreign:
    """A zip archive by the names of what it holds: the first names of Office and e-book files tell."""
    return next((kind for mark, kind in ZIPS if mark in content[:4096]), ZIP)


def _is_mhtml(content: bytes) -> bool:
    """Whether the content opens with mail headers that announce parts belonging together (RFC 2557)."""
    headers = content[:8192].lstrip().replace(b"\r\n", b"\n").partition(b"\n\n")[0].lower()
    return bool(_HEADERS.match(headers)) and b"\nmime-version:" in b"\n" + headers and b"multipart/related" in headers


OPEN_ELSEWHERE = "open it in the program it was made with"
SAVE_AGAIN = "open it in the browser it was saved with and save it again as a single HTML file or a complete page"
PDF = Foreign("a PDF document", "open it in a PDF viewer", (b"%PDF-",))
ZIP = Foreign("a zip archive", "unpack it and open the pages inside", (b"PK\x03\x04",))
EPUB = Foreign("an EPUB e-book", "open it in an e-book reader", ())
WORD = Foreign("a Word document", "open it in a word processor and save it as text or HTML", ())
SHEET = Foreign("an Excel workbook", "open it in a spreadsheet program", ())
SLIDES = Foreign("a PowerPoint presentation", "open it in a presentation program", ())
OPEN_DOCUMENT = Foreign("an OpenDocument file", "open it in an office program and save it as text or HTML", ())
WEBARCHIVE = Foreign("a Safari web archive", SAVE_AGAIN, ())
MHTML = Foreign("an MHTML web archive", SAVE_AGAIN, ())
SOUND = Foreign("a sound recording", "open it in a music player", (b"WAVE",), 8)
PICTURE_ADVICE = "open it in a picture viewer"
DRAWING = Foreign("a drawing (SVG)", PICTURE_ADVICE, ())
RIFF = (
    Foreign("a picture", PICTURE_ADVICE, (b"WEBP",), 8),
    Foreign("a film", "open it in a video player", (b"AVI ",), 8),
)
ZIPS = (
    (b"application/epub+zip", EPUB),
    (b"application/vnd.oasis.opendocument", OPEN_DOCUMENT),
    (b"word/", WORD),
    (b"xl/", SHEET),
    (b"ppt/", SLIDES),
)
_IMAGE_BRANDS = (b"ftypavif", b"ftypheic", b"ftypheix", b"ftypmif1", b"ftypmsf1")
_ARCHIVES = (
    b"\x1f\x8b",
    b"BZh",
    b"\xfd7zXZ\x00",
    b"7z\xbc\xaf\x27\x1c",
    b"Rar!\x1a\x07",
    b"\x28\xb5\x2f\xfd",
    b"MSCF\x00",
)
_PICTURES = (
    *(b"\x89PNG\r\n", b"\xff\xd8\xff", b"GIF87a", b"GIF89a", b"II*\x00", b"MM\x00*", b"8BPS\x00"),
    *(b"\x00\x00\x01\x00", b"\xff\x0a\xff", b"\x00\x00\x00\x0cJXL ", b"\x00\x00\x00\x0cjP  "),
)
_PROGRAMS = (b"\x7fELF", b"\xfe\xed\xfa", b"\xcf\xfa\xed\xfe", b"\xce\xfa\xed\xfe", b"\xca\xfe\xba\xbe", b"\x00asm")
KINDS = (
    Foreign("a picture", PICTURE_ADVICE, _PICTURES),
    Foreign("a picture", PICTURE_ADVICE, _IMAGE_BRANDS, 4),
    Foreign("a film", "open it in a video player", (b"ftyp", b"moov"), 4),
    Foreign(
        "a film", "open it in a video player", (b"\x1aE\xdf\xa3", b"FLV\x01", b"\x00\x00\x01\xba", b"0&\xb2u\x8ef\xcf")
    ),
    Foreign(SOUND.name, SOUND.advice, (b"ID3", b"OggS", b"fLaC", b"\xff\xfb", b"\xff\xf3", b"MThd", b"FORM\x00")),
    Foreign("a compressed archive", "unpack it and open the pages inside", _ARCHIVES),
    Foreign("a tar archive", "unpack it and open the pages inside", (b"ustar",), 257),
    Foreign("a program", "it is not opened here", _PROGRAMS),
    Foreign("an SQLite database", OPEN_ELSEWHERE, (b"SQLite format 3\x00",)),
    Foreign("an Office document", OPEN_ELSEWHERE, (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",)),
    Foreign("a Rich Text document", "open it in a word processor and save it as text or HTML", (b"{\\rtf",)),
    Foreign("a PostScript document", "open it in a document viewer", (b"%!PS",)),
    Foreign(
        "a font", "open it in a font viewer", (b"\x00\x01\x00\x00\x00", b"OTTO\x00", b"wOFF", b"wOF2", b"ttcf\x00")
    ),
    Foreign("an e-book", "open it in an e-book reader", (b"BOOKMOBI",), 60),
    Foreign("a DjVu document", "open it in a document viewer", (b"AT&TFORM",)),
    Foreign("a WARC web archive", SAVE_AGAIN, (b"WARC/1.", b"WARC/0.")),
    Foreign("a property list", OPEN_ELSEWHERE, (b"bplist00",)),
)
RECOGNISED: tuple[tuple[Foreign, Callable[[bytes], bool]], ...] = (
    *((MHTML, _is_mhtml), (PDF, _is_pdf), (DRAWING, _is_drawing)),
    *((kind, kind.matches) for kind in KINDS),
)
_HEADERS = re.compile(rb"\s*[A-Za-z][A-Za-z-]*:[ \t]")
_DRAWING_OPENS = re.compile(
    rb"(?:\xef\xbb\xbf)?(?:\s|<\?.*?\?>|<!--.*?-->|<!doctype\s+svg[^>\[]*>)*<svg[\s>]", re.S | re.I
)
_CONTROLS = bytes({*range(0x07), *range(0x0E, 0x1B), *range(0x1C, 0x20), 0x7F})
