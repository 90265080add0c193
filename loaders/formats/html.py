"""Web pages: trafilatura takes the article, htmldate the date that the head gives; nothing is guessed from the text."""

import logging
import re
from collections.abc import Iterator

from lxml import etree
from lxml.html import HtmlElement, document_fromstring

from graph.errors import DocumentError
from loaders.formats.contract import Format, Source, too_large
from loaders.formats.encodings import decode
from loaders.records import Found, Given

DECLARED = re.compile(rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
PAGE = re.compile(rb"<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]", re.IGNORECASE)
LARGEST_SAVED, LARGEST_PAGE = 50_000_000, 5_000_000
"""Bytes of a page with the pictures that a browser saved inside it, and characters without them."""
INLINE = re.compile(r"data:[\w/+.-]{3,40};base64,[\w/+=%]{100,}")
CROWDED = re.compile(r"<[A-Za-z](?:[^\s<>\"']{0,200}+(?:\"[^\"<>]{0,2000}+\"|'[^'<>]{0,2000}+')?+\s++){5000}")
"""A start tag with five thousand attributes: the time that libxml2 takes for one grows with their square."""
LATEST = "2100-01-01"
"""A bound that htmldate wants; its own is today, and what a page says may not depend on the day it is read."""


def _read(source: Source) -> Iterator[Found]:
    data = source.content(most=LARGEST_SAVED)
    declared = DECLARED.search(data[:4000])
    page = _bare(decode(data, source.name, declared.group(1).decode("ascii") if declared else ""), source.name)
    tree = _tree(page, source.name)
    metadata = _metadata(tree)
    yield source.found(_text(tree, metadata.title, source.name), data, HTML.name, metadata)


def _bare(page: str, name: str) -> str:
    """The page without the pictures inside it.

    Raises: DocumentError if it is made to keep a parser busy: too much markup, or too many attributes.
    """
    bare = INLINE.sub("data:,", page)
    if len(bare) > LARGEST_PAGE:
        raise too_large(name, LARGEST_PAGE)
    if CROWDED.search(bare):
        raise DocumentError(f"{name} is no web page of a person: an element in it has thousands of attributes.")
    return bare


def _tree(page: str, name: str) -> HtmlElement:
    bare = re.sub(r"^\s*<\?xml[^>]*\?>", "", page, count=1)
    try:
        return document_fromstring(bare)
    except (etree.ParserError, ValueError) as error:
        raise DocumentError(f"{name} is no web page that can be read: there is no element in it.") from error


def _text(tree: HtmlElement, title: str, name: str) -> str:
    """Headline and article; if no article can be told from the rest, all words of the page."""
    from trafilatura import extract, html2txt

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # it tells the terminal of every page it gives up on
    _free_captions(tree)
    page = etree.tostring(tree, encoding="unicode", method="html")
    article = extract(page, include_comments=False, include_tables=True) or html2txt(page)
    if not article.strip():
        raise DocumentError(f"{name} is a web page without words.")
    headed = not title or title in article[:1000]
    return article if headed else f"{title}\n\n{article}"


def _free_captions(tree: HtmlElement) -> None:
    """Put each picture's caption behind the picture, as a paragraph: trafilatura drops figures with all they hold."""
    for caption in tree.xpath("//figure//figcaption"):
        words = " ".join(caption.text_content().split())
        figure = next(caption.iterancestors("figure"))
        if words and figure.getparent() is not None:
            paragraph = etree.Element("p")
            paragraph.text = words
            figure.addnext(paragraph)
            caption.drop_tree()


def _metadata(tree: HtmlElement) -> Given:
    from trafilatura.metadata import extract_metadata

    found = extract_metadata(tree, date_config={"extensive_search": False, "max_date": LATEST})
    authors = tuple(name.strip() for name in (found.author or "").split(";") if name.strip())
    return Given(
        title=found.title or "",
        url=_canonical(tree) or found.url or "",
        publisher=found.sitename or "",
        authors=authors,
        published=_published(tree),
        language=tree.get("lang") or "",
    )


def _canonical(tree: HtmlElement) -> str:
    """The page's own address, if its head gives a whole one."""
    places = ("//link[@rel='canonical']/@href", "//meta[@property='og:url']/@content")
    found = (str(value).strip() for place in places for value in tree.xpath(place))
    return next((address for address in found if address.startswith(("http://", "https://"))), "")


def _published(tree: HtmlElement) -> str:
    """Publication date as EDTF: sure from head and JSON-LD, with `?` from a date element of the page, else empty.

    A year alone becomes 1 January with many tools; that day counts only if the page writes it out.
    """
    from htmldate import find_date

    sure = find_date(_head(tree), extensive_search=False, original_date=True, max_date=LATEST)
    if sure and _is_written(tree, sure):
        return str(sure)
    times = {str(value)[:10] for value in tree.xpath("//article//time/@datetime | //main//time/@datetime")}
    days = {day for day in times if re.fullmatch(r"\d{4}-\d{2}-\d{2}", day)}
    return f"{days.pop()}?" if len(days) == 1 else ""


def _head(tree: HtmlElement) -> HtmlElement:
    """A page of nothing but the tree's meta elements and JSON-LD: no address and no text to guess from."""
    parts = tree.xpath("//head/meta | //script[@type='application/ld+json']")
    return document_fromstring(
        b"<html><head>" + b"".join(etree.tostring(part, with_tail=False) for part in parts) + b"</head></html>"
    )


def _is_written(tree: HtmlElement, day: str) -> bool:
    return not day.endswith("-01-01") or day in etree.tostring(_head(tree), encoding="unicode")


HTML = Format("web page", frozenset({".html", ".htm", ".xhtml"}), lambda head: PAGE.search(head) is not None, _read)
