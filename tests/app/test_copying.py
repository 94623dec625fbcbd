from datetime import date

from reader.app.copying import COPIES, citation
from reader.app.story.head import day
from reader.article import Article, Paragraph, Span

STORY = Article(
    title="The last ferry",
    authors=("Mara Ellison", "Bo Rowe"),
    site="Harbour Post",
    published=date(2025, 11, 14),
    address="https://harbourpost.example/ferry",
    blocks=(Paragraph((Span("The bell is rung by hand."),)),),
)


def test_a_citation_says_who_what_where_and_when() -> None:
    when = day(date(2025, 11, 14))
    wanted = f"Mara Ellison and Bo Rowe. “The last ferry”. Harbour Post, {when}. https://harbourpost.example/ferry."
    assert citation(STORY) == wanted


def test_a_citation_leaves_out_what_is_not_known() -> None:
    assert citation(Article(title="A letter")) == "“A letter”."


def test_every_form_carries_the_title() -> None:
    assert all("The last ferry" in make(STORY) for _, make in COPIES)
