from reader.parser import words


def test_every_language_with_months_has_twelve() -> None:
    assert len(words.by_language("months")) >= 20
    assert {len(months) for months in words.by_language("months").values()} == {12}


def test_the_label_words_stand_in_the_promised_languages() -> None:
    promised = {"en", "de", "es", "fr", "it", "nl", "pl", "pt", "ru", "ar", "ja", "zh"}
    for kind in ("promotion", "related", "share", "signup", "comments", "legal", "menu", "credit", "by", "updated"):
        assert promised <= words.by_language(kind).keys()


def test_words_are_casefolded_and_unknown_kinds_are_empty() -> None:
    assert "read more" in words.every("promotion")
    assert words.every("no such kind") == frozenset()
