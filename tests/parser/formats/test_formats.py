import pytest

from reader.parser.formats.foreign import foreign_kind, is_binary
from reader.parser.formats.sniff import is_page


@pytest.mark.parametrize(
    "text",
    [
        "<!DOCTYPE html><title>x</title>",
        "\n\n<!-- saved from url=(0014)about:internet -->\n<html><body>x",
        '<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "x"><html>',
        "<p>One paragraph</p>",
        "<!-- nothing but a comment -->\n",
        "<div>\n<h1>Title</h1></div>",
        "Some words\n<p>and a paragraph</p>\n<p>and another</p> <a href=x>link</a>",
    ],
)
def test_markup_makes_a_page(text: str) -> None:
    assert is_page(text)


@pytest.mark.parametrize(
    "text",
    [
        "A plain story.",
        "A note on HTML: the <p> tag opens a paragraph, and </p> closes it.",
        "# Notes\n\nSome *Markdown* with <kbd>Ctrl</kbd>.",
        "1 < 2 and 3 > 2",
        "<3 is a heart",
        "",
    ],
)
def test_a_text_that_mentions_tags_is_no_page(text: str) -> None:
    assert not is_page(text)


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (b"%PDF-1.7\n%\xe2\xe3", "a PDF document"),
        (
            b'<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"><text>A drawing</text></svg>\n',
            "a drawing (SVG)",
        ),
        (b"\n\n%PDF-1.4", "a PDF document"),
        (b"PK\x03\x04" + b"\0" * 26 + b"mimetypeapplication/epub+zip", "an EPUB e-book"),
        (b"PK\x03\x04" + b"\0" * 26 + b"[Content_Types].xml...word/document.xml", "a Word document"),
        (b"PK\x03\x04" + b"\0" * 26 + b"pages/one.html", "a zip archive"),
        (b"\x89PNG\r\n\x1a\n", "a picture"),
        (b"\xff\xd8\xff\xe0", "a picture"),
        (b"RIFF\0\0\0\0WEBPVP8 ", "a picture"),
        (b"\0\0\0\x1cftypavif", "a picture"),
        (b"RIFF\0\0\0\0WAVEfmt ", "a sound recording"),
        (b"ID3\x04", "a sound recording"),
        (b"\0\0\0\x18ftypmp42", "a film"),
        (b"\x7fELF\x02", "a program"),
        (b"SQLite format 3\x00", "an SQLite database"),
        (b"\x1f\x8b\x08", "a compressed archive"),
        (b"{\\rtf1\\ansi", "a Rich Text document"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an Office document"),
        (
            b"From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary=x\r\n\r\n",
            "an MHTML web archive",
        ),
        (b"bplist00\xd1\x01\x02_\x10\x0fWebMainResource", "a Safari web archive"),
    ],
)
def test_a_foreign_file_is_called_what_it_is(content: bytes, name: str) -> None:
    kind = foreign_kind(content)
    assert kind is not None
    assert kind.name == name


@pytest.mark.parametrize(
    "content",
    [b"A story.", b"<html>%PDF-1.4 is a mark</html>", b"Subject: multipart/related\n\nx", b"PKing order", b""],
)
def test_text_is_not_foreign(content: bytes) -> None:
    assert foreign_kind(content) is None


def test_binary_data_is_told_from_text() -> None:
    assert is_binary(bytes(range(256)) * 8)
    assert not is_binary("Grüße, 東京\tund\nmehr".encode())
