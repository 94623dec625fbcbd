"""A caption and its credit are taken apart, in the ways papers join them."""

import pytest

from reader.parser.page.captions import split_credit


@pytest.mark.parametrize(
    ("text", "caption", "credit"),
    [
        ("The harbour at dawn (Image: GETTY)", "The harbour at dawn", "GETTY"),
        ("The harbour at dawn. Photograph: Ann Lee/AP", "The harbour at dawn.", "Ann Lee/AP"),
        ("The harbour at dawn. Foto: dpa", "The harbour at dawn.", "dpa"),
        ("The harbour at dawn © Ann Lee", "The harbour at dawn", "Ann Lee"),
        ("The harbour at dawn. Ann Lee/Getty Images", "The harbour at dawn.", "Ann Lee/Getty Images"),
        ("Photo by Ann Lee", "", "Photo by Ann Lee"),
        ("Credit: Ann Lee", "", "Ann Lee"),
        ("REUTERS/Ann Lee", "", "REUTERS/Ann Lee"),
        ("The line and its stations. Diagram: Ann Lee", "The line and its stations.", "Ann Lee"),
        ("The line, “so to say”. Chart: Ann Lee/Field Notes.", "The line, “so to say”.", "Ann Lee/Field Notes"),
        (
            "Workers at a centre in Queens.CreditAnn Lee/The Gazette",
            "Workers at a centre in Queens.",
            "Ann Lee/The Gazette",
        ),
        ("Workers at a centre in Queens.CreditCreditAnn Lee", "Workers at a centre in Queens.", "Ann Lee"),
        ("CreditAnn Lee", "", "CreditAnn Lee"),
        ("Credit", "", ""),
        ("The harbour at dawn. (Ann Lee)", "The harbour at dawn.", "Ann Lee"),
        ("The harbour (left) at dawn. (Two boats were out.)", "The harbour (left) at dawn. (Two boats were out.)", ""),
        ("Foto 1 de 3 The harbour at dawn", "The harbour at dawn", ""),
        ("2/5 The harbour at dawn", "The harbour at dawn", ""),
        ("2/3 of the boats were out", "2/3 of the boats were out", ""),
        ("Bild vergrößern The harbour at dawn", "The harbour at dawn", ""),
        ("Zoom", "", ""),
        ("Pin boats to the wall", "Pin boats to the wall", ""),
        ("Fot. Ann Lee", "", "Ann Lee"),
        ("(All photos: the paper's staff)", "", "the paper's staff"),
        ("Map: the line and its stations", "Map: the line and its stations", ""),
        ("The photo that Ann Lee took by night", "The photo that Ann Lee took by night", ""),
        ("A picture of a harbour", "A picture of a harbour", ""),
        ("", "", ""),
    ],
)
def test_caption_and_credit_are_told_apart(text: str, caption: str, credit: str) -> None:
    assert split_credit(text) == (caption, credit)
