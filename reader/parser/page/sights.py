"""What the ``img`` elements of a page show, looked at once."""

from reader.parser.page.icons import is_icon
from reader.parser.page.pictures import candidates
from reader.parser.page.sameness import picture_name
from reader.parser.page.tree import Element


class Sights(dict[Element, str]):
    """By ``img`` what stays the same of its picture's addresses; empty for ornaments and where it names none."""

    def __missing__(self, element: Element) -> str:
        first = next(iter(candidates(element)), "")
        self[element] = name = "" if not first or is_icon(element) else picture_name(first)
        return name

    def in_element(self, element: Element) -> list[str]:
        """Up to two different pictures inside, or their places: enough to tell one from many."""
        found: list[str] = []
        for inner in element.iter("img", "picture-place"):
            name = self[inner] if inner.tag == "img" else f"place {inner.get('number')}"
            if name and name not in found:
                found.append(name)
                if len(found) == 2:
                    break
        return found
