"""Is the page well-formed, complete, and in need of nothing from outside?"""

from __future__ import annotations

import re
from collections import Counter
from html.parser import HTMLParser

from exporters.dossier import Drawing, dossier, write
from exporters.dossier.blocks import Heading, Table
from model.document import Snapshot
from tests.exporters.dossier.hostile import HOSTILE, filled_with
from tests.helpers.speaking import speaking

_VOID = {"meta", "img", "col", "br"}


class Page(HTMLParser):
    """Elements, their texts and attributes; complains of a tag that is closed wrongly."""

    def __init__(self, data: bytes) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: Counter[str] = Counter()
        self.names: Counter[str] = Counter()
        self.links: list[str] = []
        self.headings: list[str] = []
        self.text: list[str] = []
        self.attributes: list[tuple[str, dict[str, str]]] = []
        self.feed(data.decode())
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.tags[tag] += 1
        self.names.update(given.keys())
        self.attributes.append((tag, given))
        self.links += [given[name] for name in ("href", "src") if name in given]
        if tag in ("h1", "h2", "h3"):
            self.headings.append("")
        if tag not in _VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text.append(data)
        if any(tag in self.open for tag in ("h1", "h2", "h3")):
            self.headings[-1] += data


def test_headings_tables_and_alternative_texts_are_those_of_the_report(
    sample: Snapshot, drawing: Drawing
) -> None:
    whole = dossier(sample, drawing)

    page = Page(write(sample, ".html", drawing))

    titles = [b for b in whole.blocks if isinstance(b, Heading)]
    said = [f"{b.number} {''.join(s.words for s in b.line)}" for b in titles]
    assert page.headings == [sample.service.name, whole.words["contents"], *said]
    assert page.tags["table"] == sum(isinstance(b, Table) for b in whole.blocks)
    heads = [given for tag, given in page.attributes if tag == "th"]
    assert {given["scope"] for given in heads} == {"col"}
    pictures = [given for tag, given in page.attributes if tag == "img"]
    assert all("alt" in given for given in pictures)
    assert any(given["alt"].startswith("Ablaufdiagramm der Leistung") for given in pictures)


def test_the_language_is_told_and_foreign_words_have_their_own(sample: Snapshot) -> None:
    with speaking("en"):
        page = Page(write(sample, ".html"))

    languages = {given["lang"] for _, given in page.attributes if "lang" in given}
    assert page.attributes[0] == ("html", {"lang": "en"})
    assert languages == {"en", "de"}


def test_nothing_is_fetched_and_nothing_runs(sample: Snapshot, drawing: Drawing) -> None:
    data = write(sample, ".html", drawing)

    page = Page(data)

    policy = next(given for tag, given in page.attributes if "http-equiv" in given)
    assert policy["content"].startswith("default-src 'none'")
    assert not page.tags.keys() & {"script", "iframe", "object", "link", "form", "base", "svg"}
    assert not [name for name in page.names if name.startswith("on")]
    sources = [link for link in page.links if not link.startswith(("#", "data:image/"))]
    assert sources
    assert all(link.startswith("https://") for link in sources)
    assert {tag for tag, given in page.attributes if given.get("href", "").startswith("h")} == {"a"}
    style = re.search(rb"<style>(.*?)</style>", data, re.DOTALL)
    assert style
    assert b"url(" not in style[1]
    assert b"@import" not in style[1]


def test_no_text_of_a_file_becomes_markup(sample: Snapshot, drawing: Drawing) -> None:
    harmless = Page(write(filled_with(sample, ("Wort",) * len(HOSTILE)), ".html", drawing))

    page = Page(write(filled_with(sample, HOSTILE), ".html", drawing))

    assert page.tags.keys() == harmless.tags.keys()
    assert page.names.keys() <= harmless.names.keys()
    text = "".join(page.text)
    assert '#read("/etc/passwd")' in text
    assert "<script>alert(1)</script>" in text
    assert "[U+202E]abc" in text
    assert not re.search("[\x00-\x08\x0e-\x1f\u202a-\u202e\u2066-\u2069]", text)
    assert all(link.startswith(("#", "data:image/")) for link in page.links)


def test_two_runs_give_the_same_page(sample: Snapshot, drawing: Drawing) -> None:
    again = Snapshot.of_records(reversed(list(sample)))

    assert write(sample, ".html", drawing) == write(again, ".html", drawing)
