from datetime import date

from reader.app.story import account, doubt
from reader.article import Article, Found, SetAside, Trust, Witness

TOLD = Article(
    title="The long walk",
    authors=("Ida Moor", "Nils Holt"),
    published=date(2024, 3, 5),
    set_aside=(SetAside("Follow us", "promotion", 3),),
    trust=Trust(
        title=(Witness.HEADLINE, Witness.PAGE_TITLE),
        authors=(Witness.TEXT,),
        published=(Witness.STRUCTURED,),
        story=Found.DENSEST,
        completeness=0.42,
        doubts=("More text stands elsewhere.", "It breaks off."),
    ),
)


def test_an_account_names_each_field_with_those_who_say_it() -> None:
    assert account(TOLD) == [
        ("Story", "Where most of the text stands"),
        ("Title", "The long walk\nHeadline, page title"),
        ("Authors", "Ida Moor, Nils Holt\nText of the page"),
        ("Published", "5 March 2024\nStructured data"),
        ("Complete", "about 42 %"),
        ("Set aside", "1 passage"),
    ]


def test_what_is_not_known_is_left_out_of_the_account() -> None:
    assert account(Article(title="Notes")) == [("Title", "Notes")]


def test_several_doubts_are_one_passage() -> None:
    assert doubt(TOLD.trust) == "More text stands elsewhere. It breaks off."
    assert doubt(Trust()) == ""
