import tomllib

import pytest

from reader.app.plain_toml import plain_toml
from reader.places import resource


@pytest.mark.parametrize("name", ["light", "sepia", "dark", "contrast"])
def test_our_own_themes_are_plain(name: str) -> None:
    text = resource(f"themes/{name}.toml").read_text("utf-8")
    assert plain_toml(text) == tomllib.loads(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n\n",
        'a = ""',
        'title = "Ö, # and = are words"\n\nrank = 0\ndark = true\n',
    ],
)
def test_plain_lines_say_the_same_as_in_all_of_toml(text: str) -> None:
    assert plain_toml(text) == tomllib.loads(text)


@pytest.mark.parametrize(
    "line",
    [
        *('a = "a\\nb"', 'a = """b"""', "a = 'b'", 'a = "', 'a = "b" # c', "# b = 1", 'a = "b"\r', 'a = "b\x0bc"'),
        *("a = 01", "a = 1_0", "a = -1", "a = 1.5", "a = ²", "a = 1979-05-27", "a = TRUE", "a = [1]", "a = {}"),
        *("a=1", "a = ", "a", "[a]", "a.b = 1", "a-b = 1", '"a" = 1', "ä = 1", " a = 1", "a = 1\na = 2"),
    ],
)
def test_everything_else_is_left_to_those_who_know_all_of_toml(line: str) -> None:
    assert plain_toml(line) is None
    assert plain_toml(f"b = 1\n{line}") is None
