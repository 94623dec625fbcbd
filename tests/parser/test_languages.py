import pytest

from reader.parser import languages
from reader.parser.languages import detect_language

MENU = "\n".join(["Start", "Sport", "Video", "Podcast", "Radio", "Shop", "Login", "Newsletter", "E-Paper"] * 60)


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        (
            "en",
            "The ferry was late again, and the people who had waited for it since the morning were not amused by this.",
        ),
        (
            "de",
            "Die Fähre war wieder zu spät, und die Leute, die seit dem Morgen auf sie gewartet hatten, lachten nicht.",
        ),
        (
            "fr",
            "Le bac avait encore du retard, et les gens qui attendaient depuis le matin ne trouvaient pas cela drôle.",
        ),
        (
            "es",
            "El barco llegó tarde otra vez, y a la gente que lo esperaba desde la mañana no le hizo ninguna gracia.",
        ),
        (
            "it",
            "Il traghetto era di nuovo in ritardo e la gente che lo aspettava dalla mattina non era contenta.",
        ),
        (
            "pt",
            "A balsa atrasou mais uma vez, e as pessoas que esperavam por ela desde a manhã não acharam graça nenhuma.",
        ),
        (
            "nl",
            "De veerboot was weer te laat, en de mensen die er sinds de ochtend op wachtten vonden het niet grappig.",
        ),
        (
            "pl",
            "Prom znowu się spóźnił, a ludzie, którzy czekali na niego od rana, nie byli z tego zadowoleni.",
        ),
        ("ru", "Паром снова опоздал, и люди, которые ждали его с самого утра, были этим не очень довольны."),
        ("uk", "Пором знову запізнився, і люди, які чекали на нього з самого ранку, були цим не дуже задоволені."),
        ("ja", "渡し船はまた遅れて、朝から待っていた人たちは笑わなかった。"),
        ("zh", "渡船又晚点了，从早上就开始等的人们都不高兴。"),
        ("ko", "나룻배가 또 늦어서 아침부터 기다린 사람들은 웃지 않았다."),
        ("ar", "تأخرت العبارة مرة أخرى ولم يكن الناس الذين انتظروها منذ الصباح سعداء بذلك."),
        ("fa", "کشتی باز هم دیر کرد و مردمی که از صبح چشم به راه بودند گفتند چرا."),
        ("he", "המעבורת שוב איחרה, והאנשים שחיכו לה מהבוקר לא צחקו."),
        ("el", "Το πλοίο άργησε πάλι και οι άνθρωποι που περίμεναν δεν γέλασαν."),
    ],
)
def test_the_language_of_a_sentence(tag: str, text: str) -> None:
    assert detect_language(text) == tag


@pytest.mark.parametrize("text", ["", "OK", "1234 5678 — 9", "Anna Berg"])
def test_too_little_text_has_no_language(text: str) -> None:
    assert detect_language(text) == ""


def test_a_rarer_language_is_known_by_the_model() -> None:
    assert (
        detect_language(
            "Täna hommikul hilines praam jälle, ja inimesed, kes olid seda varahommikust oodanud, ei naernud."
        )
        == "et"
    )


def test_a_menu_above_the_story_does_not_hide_its_language(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(languages, "_by_langid", _is_not_needed)
    sentence = (
        "Die Fähre war wieder zu spät, und die Leute, die seit dem Morgen auf sie gewartet hatten, lachten nicht."
    )
    assert detect_language(f"{MENU}\n" + f"{sentence}\n" * 5) == "de"


def test_many_names_between_the_common_words_do_not_hide_the_language(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(languages, "_by_langid", _is_not_needed)
    names = " ".join(f"Anna{number:x} Bergström{number:x}".replace("0", "o") for number in range(0xA000, 0xA060))
    text = (
        "The ferry was late, and the people who had waited for it were told by the crew that it was not their fault. "
        "They said that this is what they are used to, but which of them would have walked to the bridge with his cow?"
    )
    assert detect_language(f"{text} {names}") == "en"


def _is_not_needed(*_: object) -> str:
    raise AssertionError("the slow way was taken")
