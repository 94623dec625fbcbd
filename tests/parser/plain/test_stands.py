import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from reader.article import Article, Paragraph, body_text, plain
from reader.parser.plain import read_plain

POEM = """\
The Lamp

The lamp went out at half past three,
the sea was black, the sky was tall,
and nobody was there to see
that nobody was there at all.

    By four the wind had turned around.
    It brought a bell. It brought no sound.
"""
LETTER = """\
12 Quay Street
Sandness
3 May 2024

Dear Anna,

Thank you for the parcel, which came on Tuesday and was a great deal larger than the postman. It is in the hall.

I read your letter twice, once for what it says and once for what it leaves out. Both times I had to sit down.

Share my love with the boys.

Yours,
Ilse
"""
NOTES = """\
# Boat jobs

- paint
- rope (20 m)
- ask Jan about the engine

Read more about varnish
Contact: 555 0134
"""
PLAY = """\
ACT ONE

MARA. Who is there?

JAN. Nobody. Nobody at all.

MARA. Then close the door.

JAN. Then close the door.
"""
LOG = """\
2024-05-03 06:15:01 INFO  engine started
2024-05-03 06:15:01 INFO  engine started
2024-05-03 06:15:09 WARN  shaft vibration 0.31
"""


def letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text)


def said(article: Article) -> str:
    return letters(article.title + body_text(article))


@pytest.mark.parametrize("text", [POEM, LETTER, NOTES, PLAY, LOG])
def test_a_text_that_is_no_news_story_keeps_every_word_in_order(text: str) -> None:
    article = read_plain(text)
    assert said(article) == letters(text)
    assert article.set_aside == ()


def test_verse_keeps_its_lines_and_its_indent() -> None:
    article = read_plain(POEM)
    first = article.blocks[0]
    assert article.title == "The Lamp"
    assert isinstance(first, Paragraph)
    assert plain(first.spans).count("\n") == 3


def test_a_letter_has_no_title_and_no_date_taken_from_it() -> None:
    article = read_plain(LETTER)
    assert (article.title, article.published) == ("", None)


@settings(deadline=None)
@given(st.text(max_size=300))
@example("\ufeff")
def test_no_word_of_any_text_is_lost(text: str) -> None:
    if text.strip():
        assert said(read_plain(text)) == letters(text)


LINE = st.text(alphabet="abc dé.,日-", min_size=1, max_size=90)


@settings(deadline=None)
@given(st.lists(LINE, max_size=12))
def test_no_word_of_many_short_lines_is_lost(lines: list[str]) -> None:
    text = "\n".join(lines)
    if text.strip():
        assert said(read_plain(text)) == letters(text)


MARKDOWN = """\
# Boat jobs

A list of what is to be done before the season begins, in the order in which it hurts, written for nobody at all.

## Hull

- scrape the barnacles off the keel
- paint it red, two coats

Read more

The mast can wait until the crane comes in May, as it has waited for the last three years and the year before.
"""
BOOK = """\
The Lamp and the Quay

by Ilse Brandt

CHAPTER I

In which nobody arrives

It was in the spring of the year in which the ferry did not sail that the keeper began to speak to the lamp.

CHAPTER II

In which somebody arrives

It was in the spring of the year after that the lamp, which had listened for a year, began to answer the keeper.
"""
DIARY = """\
3 May 2024

Walked to the quay and back; met nobody but the dog of the harbour master, who did not greet me either.

4 May 2024

Walked to the quay again. The dog was there. It greeted me as though nothing had been said the day before.

Share
"""
CHAT = """\
[09:12] Mara: are you at the quay already, or shall I bring the rope and the lamp along?
[09:13] Jan: at the quay
[09:15] Mara: Share your location
[09:20] Jan: I am where the ferry used to be, next to the man with the dog and the two suitcases.
"""
TABLE = 'date,name,tons\n2024-05-03,Gullwing,120\n2024-05-04,Heron,98\n2024-05-05,"Tern, the younger",45\n'
CODE = """\
def ferry(crossings):
    \"\"\"Sail across so many times, and come back if there is anyone to come back for.\"\"\"
    for crossing in range(crossings):
        sail(crossing)

# Contact: harbour master. All rights reserved.
"""
TALK = """\
KEEPER: I never saw the ferry. I heard it, which is a different thing, and I heard it every morning at six.

GUEST: Advertisement?

KEEPER: There was none, nobody advertised anything in those days, and the boat was full all the same.
"""
MANUAL = """\
Lamp Keeper 2.1
===============

By Mara Quill

Share

The lamp is lit by hand in the evening and put out by hand in the morning, and there is no other way to do either.

Whoever has read this far may light it, and whoever has not may hold the ladder, which is the more dangerous work.
"""
PACKAGE = """\
Metadata-Version: 2.4
Name: lamp
Author: Mara Quill
License: none

Read more

The lamp is lit by hand in the evening and put out by hand in the morning, and there is no other way to do either.

Whoever has read this far may light it, and whoever has not may hold the ladder, which is the more dangerous work.
"""
LICENCE = """\
Copyright 2023 Mara Quill

Permission is hereby granted, free of charge, to light the lamp, to copy it, and to hold a ladder for whoever lights it.

THE LAMP IS GIVEN AS IT STANDS, WITHOUT WARRANTY OF ANY KIND, AND WHOEVER BURNS A FINGER ON IT HAS BEEN TOLD SO.

All rights reserved
"""
CHANGES = """\
2023-05-19  Mara Quill  <mara@harbour.example>

The lamp is lit by hand in the evening and put out by hand in the morning, and there is no other way to do either.

2023-05-20  Mara Quill  <mara@harbour.example>

Whoever has read this far may light it, and whoever has not may hold the ladder, which is the more dangerous work.

2023-05-21  Jan Holm  <jan@harbour.example>

Share
"""
WRAPPED = """\
By Mara Quill

The lamp is lit by hand in the evening and it is put out by hand in the morning.
There is no other way that anybody knows of to do either of
these things, and whoever has read this far may light it. Whoever has not may hold
the ladder, which is the more dangerous work than it looks to be
from below. The ladder has forty rungs, of which one is missing, and nobody who has
gone up will tell you which one of them it is before
you have found it out yourself. It is not the last one and it is not the first one.
The keeper has asked for a new rung in each of his letters to the town since the
year of the great ice, and he has been told that there is no wood, or
that there is no ladder, or once, in a good year, that there is no lamp.

Read more

Share
"""


@pytest.mark.parametrize(
    "text",
    [MARKDOWN, BOOK, DIARY, CHAT, TABLE, CODE, TALK, MANUAL, PACKAGE, LICENCE, CHANGES, WRAPPED],
)
def test_texts_of_other_kinds_keep_every_word_and_no_field_is_taken_from_them(text: str) -> None:
    article = read_plain(text)
    assert said(article) == letters(text)
    assert (article.set_aside, article.authors, article.published) == ((), (), None)
