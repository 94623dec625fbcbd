import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.parser.decoding import declared_encoding, decode

TYPOGRAPHY = "“Café” – it’s naïve — £5, señor"


@pytest.mark.parametrize(
    ("mark", "codec"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_a_byte_order_mark_decides(mark: bytes, codec: str) -> None:
    decoded = decode(mark + TYPOGRAPHY.encode(codec))
    assert (decoded.text, decoded.encoding, decoded.guessed) == (TYPOGRAPHY, codec, False)


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", ["Plain words\nand more of them", "日本語の文章です。\n次の行です。\n三行目。"])
def test_utf16_without_a_mark_is_known_by_its_nulls(codec: str, text: str) -> None:
    assert decode(text.encode(codec)).text == text


def test_a_few_nulls_in_a_page_do_not_make_it_utf16() -> None:
    page = "<html><body><p>The quay\0 was repaired and the ferry sails again.</p><p>Nobody\0 minded – much.</p>"
    assert decode(page.encode()).text == page.replace("\0", "")


@pytest.mark.parametrize("label", ["iso-8859-1", "latin1", "us-ascii", "windows-1252", "x-user-defined", "utf-8"])
def test_windows_quotes_come_out_whatever_the_page_declares(label: str) -> None:
    page = f'<meta charset="{label}"><p>{TYPOGRAPHY}'
    assert decode(page.encode("cp1252")).text == page


@pytest.mark.parametrize("label", ["iso-8859-1", "shift_jis", "gbk", "windows-1251"])
def test_utf8_under_another_name_is_still_utf8(label: str) -> None:
    page = f"<meta charset={label}>Zürich – 東京 – Łódź"
    assert decode(page.encode()).text == page


@pytest.mark.parametrize(
    ("label", "codec", "text"),
    [
        ("gb2312", "gb18030", "价格 你好 镕"),
        ("ks_c_5601-1987", "cp949", "안녕하세요 똠방각하"),
        ("shift_jis", "cp932", "①日本語の文章"),
        ("big5", "big5hkscs", "香港嘅新聞"),
        ("euc-jp", "euc_jp", "日本語の文章"),
        ("windows-1251", "cp1251", "Привет, мир"),
        ("iso-8859-2", "iso-8859-2", "Zażółć gęślą jaźń"),
        ("koi8-r", "koi8-r", "Привет, мир"),
        ("iso-2022-jp", "iso2022_jp", "日本語の文章"),
    ],
)
def test_a_declared_charset_is_read_by_the_wider_table(label: str, codec: str, text: str) -> None:
    page = f'<meta http-equiv="Content-Type" content="text/html; charset={label}"><p>{text}'
    assert decode(page.encode(codec)).text == page


def test_the_euro_sign_of_chinese_windows_pages_is_kept() -> None:
    assert decode(b"<meta charset=gb2312>\xbc\xdb\xb8\xf1 \x805").text.endswith("价格 €5")


def test_utf7_is_no_encoding() -> None:
    page = b"<meta charset=utf-7><p>1 +- 1"
    assert declared_encoding(page) == ""
    assert decode(page).text == page.decode()


def test_a_charset_in_a_comment_declares_nothing() -> None:
    assert declared_encoding(b"<!-- <meta charset=gbk> --><meta charset=utf-8>") == "utf-8"


def test_an_xml_declaration_counts() -> None:
    assert declared_encoding(b'<?xml version="1.0" encoding="ISO-8859-15"?><html>') == "iso-8859-15"


def test_a_file_cut_off_inside_a_sign_loses_only_that_sign() -> None:
    assert decode("naïve – 東京".encode()[:-1]).text == "naïve – 東"


def test_single_windows_bytes_in_utf8_are_mended() -> None:
    assert decode("é".encode() * 30 + b" it\x92s").text == "é" * 30 + " it’s"


def test_undeclared_encodings_are_guessed_and_said_to_be() -> None:
    russian = "Съешь же ещё этих мягких французских булок, да выпей чаю. Это русский текст."
    decoded = decode(russian.encode("cp1251"))
    assert (decoded.text, decoded.guessed) == (russian, True)


def test_one_short_western_line_is_windows_1252() -> None:
    assert decode(b"Caf\xe9").encoding == "windows-1252"


def test_nulls_and_control_characters_go() -> None:
    assert decode(b"a\x00b\x08c\x1b d\te\r\nf").text == "abc d\te\r\nf"


def test_signs_lost_in_a_bad_conversion_come_back() -> None:
    assert decode("it\x92s".encode()).text == "it’s"


def test_an_empty_file_is_an_empty_text() -> None:
    assert decode(b"").text == ""


@given(st.binary(max_size=400))
def test_any_bytes_give_clean_text(content: bytes) -> None:
    text = decode(content).text
    text.encode("utf-8")
    assert "\x00" not in text


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn"]), max_size=300))
def test_utf8_comes_out_as_it_went_in(text: str) -> None:
    if not text.startswith("\ufeff") and "meta" not in text:
        assert decode(text.encode()).text == text
