from pytestqt.qtbot import QtBot

from reader.app.messages import Level, Message, Messages


def test_what_is_said_is_shown_and_kept(qtbot: QtBot) -> None:
    messages = Messages()
    with qtbot.waitSignal(messages.shown) as shown:
        messages.show("Copied.", tag="copied")
    assert shown.args == [Message("Copied.", Level.INFO, "copied")]
    assert list(messages.kept) == [Message("Copied.", Level.INFO, "copied")]


def test_a_newer_message_takes_the_place_of_an_older_of_its_tag(qtbot: QtBot) -> None:
    messages = Messages()
    for text, tag in (("Theme: Dark", "theme"), ("Copied.", "copied"), ("Theme: Light", "theme")):
        messages.show(text, tag=tag)
    assert [message.text for message in messages.kept] == ["Copied.", "Theme: Light"]


def test_messages_without_a_tag_all_stay(qtbot: QtBot) -> None:
    messages = Messages()
    messages.warn("one")
    messages.warn("one")
    assert [message.level for message in messages.kept] == [Level.WARNING] * 2


def test_only_the_last_messages_are_kept(qtbot: QtBot) -> None:
    messages = Messages()
    for number in range(300):
        messages.show(str(number))
    assert len(messages.kept) == 200
    assert messages.kept[-1].text == "299"
