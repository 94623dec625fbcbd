"""The plainest TOML: a name and a value on each line, which is all that our themes need.

To load the whole of TOML takes 2 ms of the first frame.
"""

Value = str | int | bool


def plain_toml(text: str) -> dict[str, Value] | None:
    """What the lines say, or None where there is anything that only a reader of all TOML can judge."""
    found: dict[str, Value] = {}
    for line in filter(None, text.split("\n")):
        name, _, words = line.partition(" = ")
        value = _value(words)
        if value is None or name in found or not (name.isascii() and name.isidentifier()):
            return None
        found[name] = value
    return found


def _value(words: str) -> Value | None:
    """A text in quotes without signs that mean something else, a number of a few digits, yes or no."""
    inner = words[1:-1]
    if len(words) > 1 and words[0] == words[-1] == '"' and inner.isprintable() and not {*'"\\'} & {*inner}:
        return inner
    if words in ("true", "false"):
        return words == "true"
    is_number = words.isascii() and words.isdigit() and (words == "0" or words[0] != "0") and len(words) < LONGEST
    return int(words) if is_number else None


LONGEST = 10
