"""What stands inside the story's element and is no story is swapped for a note of its words and the reason."""

import re
from collections.abc import Callable

from reader.parser.page.belonging import (
    goes_on,
    is_amid_sentence,
    is_anchor,
)
from reader.parser.page.boxes import caption_elements, holds_picture
from reader.parser.page.cleaning import Found, Story
from reader.parser.page.invitations import is_invitation
from reader.parser.page.link_lists import link_lists, lone_headlines
from reader.parser.page.measure import Measures
from reader.parser.page.names import names_of, naming, naming_in_pages
from reader.parser.page.teasers import teasers_in
from reader.parser.page.tree import Element, text_of


def clean(element: Element, measures: Measures, base: str = "") -> None:
    """Run all cleaners over the story's element; ``measures`` are of its page, addresses relative to ``base``."""
    story = Story(element, measures, base)
    for cleaner in CLEANERS:
        for found, reason in list(cleaner(story)):
            if found is not element:
                story.set_aside(found, reason)


def named_surroundings(story: Story) -> Found:
    """Share bars, newsletters, related boxes, tags, comments …, by their names; never most of the story."""
    roll = story.measures.roll
    first = roll.number[story.element]
    for number, reason in roll.reasons.items():
        if first <= number < roll.ends[first] and roll.here[number]:
            element = roll.elements[number]
            if not _means_else(element, reason, story):
                yield element, reason


def _means_else(element: Element, reason: str, story: Story) -> bool:
    """Whether so much running text, or a post, stands inside that the name must mean something else."""
    if reason == "comments":
        return False
    if reason == "navigation" and element.tag in _HEADINGS:  # "anchor-under-navbar" tells where it scrolls to
        return True
    if story.holds_story(element) or _is_in_sentence(element, reason, story) or is_anchor(element):
        return True
    if element.tag == "p" and story.length(element) > 150 and story.measures.link_share(element) < 0.3:
        return True
    if reason in _SAID_OF_PARTS and next(element.iterancestors("figure"), None) is not None:
        return True
    return reason not in _STRONG_REASONS and (
        _holds_what_counts(element, reason, story) or _is_one_of_parts(element, story)
    )


def _is_one_of_parts(element: Element, story: Story) -> bool:
    """Whether it and its neighbours of the same names make up most of the story: the messages of a thread."""
    parent, names = element.getparent(), element.get("class")
    most = 0.6 * story.length(story.element)
    if parent is None or not names or story.length(parent) < most:
        return False
    alike = story.lengths_by_class(parent)[names]
    return alike > most and alike > story.length(element)


def _holds_what_counts(element: Element, reason: str, story: Story) -> bool:
    """Whether a picture stands inside, much running text, or a quotation."""
    if reason in _MAY_HOLD_PICTURES and holds_picture(element, story.measures, story.sights):
        return True
    running = story.measures.running(element)
    return running > RUNNING_THAT_COUNTS or element.find(".//blockquote") is not None


def _is_in_sentence(element: Element, reason: str, story: Story) -> bool:
    """Whether it is a few words of a sentence that something is to pop up for, whatever the page calls them."""
    parent = element.getparent()
    if parent is None or element.tag not in _INLINE:
        return False
    if parent.tag == "p" and is_amid_sentence(element):
        return True
    if element.tag == "span" or reason not in _SAID_OF_WORDS:
        return False
    if parent.tag != "p" and not (reason == "notice" and goes_on(element)):
        return False
    return story.length(parent) > 2 * story.length(element) > 0


_HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})
_INLINE = frozenset({"a", "abbr", "b", "cite", "em", "i", "mark", "q", "span", "strong"})
_SAID_OF_WORDS = frozenset({"notice", "tags", "advertisement", "about the author", "navigation"})
_SAID_OF_PARTS = frozenset({"navigation", "house text", "notice"})
"""What a figure's own "figure-footer" or "copyright" sounds like."""
_MAY_HOLD_PICTURES = frozenset({"notice", "share buttons"})
"""A "widget" for pictures, a "lightbox", a picture to share."""
_STRONG_REASONS = frozenset({"comments", "related links", "about the author", "navigation", "house text", "promotion"})
RUNNING_THAT_COUNTS = 400


def asides(story: Story) -> Found:
    """An aside is beside the story, unless it is a pull quote or holds a picture and few words."""
    for element in story.inside("aside"):
        names = names_of(element)
        if re.search(r"quote|footnote|callout|fact|info|note", names) or story.holds_story(element):
            continue
        if not (holds_picture(element, story.measures, story.sights) and caption_elements(element)):
            yield element, "box beside the story"


def nested_articles(story: Story) -> Found:
    """Another article inside the story's element is another story, unless the story itself is in such ones."""
    inner = [element for element in story.inside("article") if element is not story.element]
    running = [story.measures.running(element) for element in inner]
    outside = story.measures.running(story.element) - sum(running)
    if inner and (outside > 2 * max(running) or (len(inner) > 2 and outside > 0.5 * max(running) > 0)):
        others = [element for element in inner if not _IS_POST(names_of(element)) and _leads_elsewhere(element, story)]
    else:
        others = _beside_the_headlines(inner, story)
    for element in others:
        yield element, "another story"


_IS_POST = naming(r"tweet|embed")


def _leads_elsewhere(article: Element, story: Story) -> bool:
    """Whether its headline, its picture or much of it is a link, as of another story; parts of the story have none."""
    if _IS_CARD(names_of(article)) or story.measures.link_share(article) > 0.1:
        return True
    marks = article.iter("h1", "h2", "h3", "h4", "h5", "h6", "img")
    return any(next(m.iter("a"), None) is not None or next(m.iterancestors("a"), None) is not None for m in marks)


_IS_CARD = naming(r"teasers?|cards?|tile|promo|listing|related[a-z]*|preview|summary")
FEWEST_OTHERS = 2
SHORTEST_STORY = 300


def _beside_the_headlines(articles: list[Element], story: Story) -> list[Element]:
    """The articles that neither hold nor stand in the one with the page's only first heading, if that tells a story."""
    headlines = list(story.inside("h1"))
    home = next(headlines[0].iterancestors("article"), None) if len(headlines) == 1 else None
    if home is None or story.measures.running(home) < SHORTEST_STORY:
        return []
    near = {home, *home.iter("article"), *home.iterancestors("article")}
    others = [element for element in articles if element not in near]
    return others if len(others) > FEWEST_OTHERS else []


def teasers(story: Story) -> Found:
    """Boxes below the story's first paragraph whose picture and headline lead to the same other page."""
    for element in teasers_in(story.element, story.measures, story.base):
        yield element, "related links"


def headlines(story: Story) -> Found:
    """The one first heading above the story's first paragraph is its headline, however the page's title is worded."""
    found = list(story.inside("h1"))
    if len(found) != 1:
        return
    for element in story.element.iter():
        if element is found[0]:
            yield element, "headline"
        if element is found[0] or (element.tag == "p" and story.measures.running(element)):
            return


_GALLERY = naming(
    r"(?:full|photo|image|picture|media)?-?gallery|galerie|galeria|slide-?show|carousel|fotostrecke|legends"
)
FEWEST_LEGENDS = 3


def legends(story: Story) -> Found:
    """The texts to the pictures of a gallery inside a story that goes on without them."""
    running = story.measures.running
    for element in story.inside("div", "section", "ul", "ol"):
        if element is story.element or not _GALLERY(names_of(element)):
            continue
        texts = [item for item in element.iter("li") if running(item) and item.find(".//img") is None]
        outside = running(story.element) - running(element)
        if len(texts) >= FEWEST_LEGENDS and outside > 2 * RUNNING_THAT_COUNTS:
            for item in texts:
                yield item, "gallery"


def boxes_in_paragraphs(story: Story) -> Found:
    """A box that pops up over a word: a block with several links inside a paragraph of running text."""
    for paragraph in story.inside("p"):
        boxes = [element for element in paragraph.iter("div", "ul", "aside", "span") if _is_pop_up(element, story)]
        around = {above for box in boxes for above in box.iterancestors("div", "ul", "aside", "span")}
        for element in boxes:
            if element not in around:  # the word itself stands in what is around the box
                yield element, "box beside the story"


def _is_pop_up(element: Element, story: Story) -> bool:
    if story.measures.links(element) < FEWEST_LINKS or (element.text or "").strip():
        return False
    return story.measures.link_share(element) > 0.6 and story.length(element) > SHORTEST_POP_UP


FEWEST_LINKS, SHORTEST_POP_UP = 3, 80


def line_numbers(story: Story) -> Found:
    """The numbers of the lines of code that stand in a block of their own beside it."""
    for element in story.inside("pre"):
        words = text_of(element).split()
        if len(words) > 1 and _count_up(words):
            yield element, "line numbers"


def _count_up(words: list[str]) -> bool:
    first = int(words[0]) if words[0].isdecimal() and len(words[0]) < 6 else -1
    return first >= 0 and words == [str(number) for number in range(first, first + len(words))]


_OF_AUTHORS = naming_in_pages(r"(?:author|autor|auteur|autore|contributor|writer)s?")
SHORTEST_PORTRAIT, LONGEST_PORTRAIT = 60, 1500


def portraits(story: Story) -> Found:
    """What is named after the author and stands below most of the story tells who that is."""
    measures, roll = story.measures, story.measures.roll
    first = roll.number[story.element]
    most = 0.6 * measures.running(story.element)
    for number in roll.named(_OF_AUTHORS):
        element = roll.elements[number]
        if not (first < number < roll.ends[first] and element.tag in ("div", "section", "aside", "footer")):
            continue
        if measures.running_between(first, number) > most and _is_portrait(element, story):
            yield element, "about the author"


def _is_portrait(element: Element, story: Story) -> bool:
    return SHORTEST_PORTRAIT < story.length(element) < LONGEST_PORTRAIT and not story.holds_story(element)


_OF_POSTERS = naming_in_pages(
    r"user-?(?:info|details|profile)|post-?(?:er|profile|signature)|crawler-post-meta"
    r"|message-user(?:info|details|extras)?|message-signature"
)
_OF_POSTING = naming_in_pages(r"(?:message|post)-attribution")
_OF_KEEPERS = naming_in_pages(r"ambox|mbox")
_AROUND_POSTS = (
    (_OF_POSTERS, frozenset({"div", "section", "aside", "footer", "dl", "ul", "td"}), "about the author"),
    (_OF_POSTING, frozenset({"header", "footer", "div", "ul"}), "label"),
    (_OF_KEEPERS, frozenset({"table", "div"}), "notice"),
)
LONGEST_AROUND = 600


def around_posts(story: Story) -> Found:
    """What a forum writes beside each post, who wrote it, when, how they sign; and what a wiki's keepers ask for."""
    measures, roll = story.measures, story.measures.roll
    first = roll.number[story.element]
    for pattern, tags, reason in _AROUND_POSTS:
        for number in roll.named(pattern):
            element = roll.elements[number]
            if not (first < number < roll.ends[first] and roll.tags[number] in tags):
                continue
            if story.length(element) < LONGEST_AROUND and not measures.running(element):
                yield element, reason


def invitations(story: Story) -> Found:
    """Small boxes that invite to subscribe, whatever they are called."""
    most = LARGEST_INVITATION * story.length(story.element)
    for element in story.inside("div", "section"):
        if story.length(element) < most and is_invitation(element, story.measures):
            yield element, "newsletter"


LARGEST_INVITATION = 0.3
"""The share of the story's text, some of which may be in scripts that say much with few signs."""


def forms(story: Story) -> Found:
    """Forms: what is left of them are labels. A page that is one form altogether keeps its story."""
    for element in story.inside("form", "fieldset"):
        if not story.holds_story(element):
            yield element, "form"


CLEANERS: tuple[Callable[[Story], Found], ...] = (
    named_surroundings,
    asides,
    nested_articles,
    teasers,
    headlines,
    portraits,
    around_posts,
    invitations,
    forms,
    legends,
    boxes_in_paragraphs,
    line_numbers,
    link_lists,
    lone_headlines,
)
