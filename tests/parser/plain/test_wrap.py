import textwrap

from reader.article import Paragraph
from reader.parser.plain import read_plain
from reader.parser.plain.wrap import unwrapped

PROSE = (
    "The keeper of the light had not spoken to anyone since the boat went down, and when the boat came up again he "
    "had forgotten most of the words he used to know, so that the harbour master took him for a foreigner and "
    "answered him, with great kindness, in a language that neither of them had ever learnt or would ever hear again."
)
VERSE = (
    "The lamp went out at half past three,\nthe sea was black, the sky was tall,\nand nobody was there to see\nthat."
)


def test_lines_wrapped_at_one_width_are_joined() -> None:
    for width in (60, 66, 72, 80):
        wrapped = "\n\n".join(textwrap.fill(PROSE, width) for _ in range(3))
        assert unwrapped(wrapped) == "\n\n".join([PROSE] * 3)


def test_verse_keeps_its_breaks() -> None:
    assert unwrapped(VERSE) == VERSE


def test_a_list_between_wrapped_paragraphs_keeps_its_lines() -> None:
    text = f"{textwrap.fill(PROSE, 70)}\n\n- rope\n- paint\n- a lamp\n\n{textwrap.fill(PROSE, 70)}"
    assert "\n- rope\n- paint\n- a lamp\n" in unwrapped(text)


def test_a_broken_word_is_whole_again_and_a_hyphen_of_its_own_stays() -> None:
    body = textwrap.fill(PROSE, 70)
    broken = (
        body + "\n\n" + textwrap.fill("x " * 30, 70).strip() + " har-\nbour master spoke again and went away for good."
    )
    assert "harbour master spoke" in unwrapped(broken)
    kept = (
        body
        + "\n\n"
        + textwrap.fill("x " * 30, 70).strip()
        + " well-\nknown keeper spoke again and went away for good."
    )
    assert "well-known keeper" in unwrapped(kept)


def test_line_ends_of_any_kind_say_the_same_of_a_broken_word() -> None:
    body = f"{textwrap.fill(PROSE, 70)}\n\nThe harbour lay still, and {'so ' * 12}the har-\nbour master went home."
    assert unwrapped(body.replace("\n", "\r")) == unwrapped(body)
    assert "the harbour master went home" in unwrapped(body)


def test_paragraphs_of_one_line_each_are_left_alone() -> None:
    text = "\n".join([PROSE, PROSE[:150], PROSE])
    assert unwrapped(text) == text


def test_wrapped_japanese_is_joined_without_spaces() -> None:
    line = "渡し船はまた遅れて朝から待っていた人たちは笑わなかったが船長だけは笑っていたので皆は驚いた。"
    wrapped = "\n".join((line * 6)[at : at + 46] for at in range(0, len(line) * 6, 46))
    assert unwrapped(wrapped) == line * 6


def test_a_whole_book_in_wrapped_lines_is_paragraphs_in_a_moment() -> None:
    book = "\n\n".join([textwrap.fill(PROSE, 72)] * 1500)
    story = read_plain(book)
    assert [block.spans[0].text for block in story.blocks if isinstance(block, Paragraph)] == [PROSE] * 1500
