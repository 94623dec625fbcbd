"""Lists and boxes that are mostly links, and are not the author's own."""

import re

from reader.parser.page.belonging import begins_sentence, is_of_fact, shows_whole_picture
from reader.parser.page.cleaning import Found, Story
from reader.parser.page.names import names_of
from reader.parser.page.tree import Element, text_of


def link_lists(story: Story) -> Found:
    """A list, or a box, most of whose words are links that are no sentences: related stories, menus."""
    measures = story.measures
    most = 0.5 * story.length(story.element)
    for element in story.inside("ul", "ol", "dl", "div", "section", "table", "p"):
        if measures.links(element) < 2 or not 0 < story.length(element) < most:
            continue
        if element.tag == "p" and next(element.iter("set-aside"), None) is not None:  # its links went with a box
            continue
        if next(element.iterancestors("blockquote"), None) is not None:  # a post from elsewhere is mostly links
            continue
        if measures.link_share(element) <= 0.7 or is_of_fact(element) or shows_whole_picture(element):
            continue
        if not _reads_on(element, story) and not _is_introduced(element, story):
            heading = _heading_before(element)
            if heading is not None:
                yield heading, "related links"
            yield element, "related links"


_KEPT_LISTS = re.compile(r"footnote|reference|ingredient|zutat|endnote")


def _reads_on(element: Element, story: Story) -> bool:
    """Whether it is a list of notes or ingredients, or a picture with its words."""
    if _KEPT_LISTS.search(names_of(element)):
        return True
    return element.tag != "ul" and story.length(element) < 400 and element.find(".//figure") is not None


def _is_introduced(element: Element, story: Story) -> bool:
    """Whether the author made the list: it has no name, and running text leads to it or stands on both sides."""
    before, after = element.getprevious(), element.getnext()
    if element.tag in ("ul", "ol") and _has_own_words(element, story):
        return True
    if element.tag not in ("ul", "ol") or before is None or before.tag != "p":
        return False
    if text_of(before).endswith((":", "：")):
        return True
    running = story.measures.running
    return not names_of(element).strip() and bool(running(before)) and after is not None and bool(running(after))


def lone_headlines(story: Story) -> Found:
    """A list of one item beside a paragraph, all of it a link: the headline of another story."""
    measures = story.measures
    for element in story.inside("ul"):
        if measures.links(element) != 1 or measures.link_share(element) < 1 or element.getparent() is None:
            continue
        beside = (element.getprevious(), element.getnext())
        if any(near is not None and measures.running(near) for near in beside):
            yield element, "related links"


def _has_own_words(element: Element, story: Story) -> bool:
    """Whether one of its items says more than links, or it stands in such an item itself."""
    measures = story.measures
    own = (measures.length(item) - measures.linked(item) for item in element.iterchildren("li"))
    says_more = any(length > OWN_WORDS for length in own) or any(map(begins_sentence, element.iterchildren("li")))
    parent = element.getparent()
    return says_more or (parent is not None and parent.tag == "li" and bool((parent.text or "").strip()))


OWN_WORDS = 60
"""Signs of an item of a list that are in no link, from which on the author wrote it."""


def _heading_before(element: Element) -> Element | None:
    before = element.getprevious()
    return (
        before
        if before is not None and before.tag in ("h2", "h3", "h4", "h5", "h6") and not (before.tail or "").strip()
        else None
    )
