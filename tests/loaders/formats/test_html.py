"""Web pages: the article without what stands around it, and a date only where the page gives one."""

import time
from pathlib import Path

import pytest

from graph.errors import DocumentError
from loaders.blocks import label
from loaders.formats import read
from loaders.records import Given

HEAD = """<meta property="og:title" content="Ministers meet in Osk"><meta property="og:site_name" content="The Lantern">
<link rel="canonical" href="https://lantern.example/ministers"><meta name="author" content="Ana Ruiz">"""
ARTICLE = """<article><h1>Ministers meet in Osk</h1><p>By Ana Ruiz</p>
<p>Ministers of four states met in Osk on Thursday and signed a paper about fish &amp; ships, said the host.</p>
<h2>What was signed</h2><p>The paper says that nets will be counted every <a href="/x">spring</a>, and that long ships
will stay away from the bank. “We are content,” the host, Mr Olsen, told reporters after the signing.</p></article>"""
AROUND = """<nav><a href="/">Home</a></nav>{article}<aside><h3>Most read</h3><ul><li><a href="/1">Whale seen
<time datetime="2024-12-11">Dec 11</time></a></li></ul></aside>
<section id="comments"><h3>2 comments</h3><p>I do not believe a word of it, they never count nets.</p></section>
<script>alert("run me")</script>"""


def page(tmp_path: Path, head: str = HEAD, body: str = AROUND.format(article=ARTICLE)) -> tuple[str, Given]:
    path = tmp_path / "page.html"
    path.write_text(f'<!doctype html><html lang="en"><head>{head}</head><body>{body}</body></html>', encoding="utf-8")
    [found] = read(path, Given())
    return found.text, found.metadata


def test_the_article_is_kept_and_its_surroundings_are_not(tmp_path: Path) -> None:
    text, _ = page(tmp_path)
    assert [line[:20] for line in text.splitlines() if line] == [
        "Ministers meet in Os",
        "By Ana Ruiz",
        "Ministers of four st",
        "What was signed",
        "The paper says that ",
    ]
    assert "fish & ships" in text


def test_a_caption_is_kept_behind_its_picture(tmp_path: Path) -> None:
    words = "Ministers at the quay of Osk on October 24. (Photo: Harbour Press)"
    figure = f'<figure><img src="a.jpg" alt="Quay"><figcaption>{words}</figcaption></figure><h2>What'
    text, _ = page(tmp_path, HEAD, AROUND.format(article=ARTICLE.replace("<h2>What", figure)))
    assert [block.span.cut(text) for block in label(text) if block.kind == "caption"] == [words]


def test_the_head_gives_title_author_site_and_address(tmp_path: Path) -> None:
    _, metadata = page(tmp_path)
    assert metadata.model_dump(exclude={"published"}) == {
        "title": "Ministers meet in Osk",
        "url": "https://lantern.example/ministers",
        "publisher": "The Lantern",
        "authors": ("Ana Ruiz",),
        "language": "en",
    }


LINKED = (
    '<script type="application/ld+json">'
    '{{"@type":"NewsArticle","datePublished":"{}","dateModified":"2025-02-01"}}</script>'
)


@pytest.mark.parametrize(
    ("head", "published"),
    [
        ('<meta property="article:published_time" content="2024-10-25T01:30:00+09:00">', "2024-10-25"),
        ('<meta property="article:published_time" content="2024-10-24T23:30:00-08:00">', "2024-10-24"),
        (LINKED.format("2024-10-25T08:00:00Z"), "2024-10-25"),
        ('<meta property="article:published_time" content="2025-01-01T08:00:00Z">', "2025-01-01"),
        ('<meta name="date" content="2024">', ""),
        ('<meta name="copyright" content="2023 The Lantern">', ""),
        ("", ""),
    ],
)
def test_the_date_is_that_of_the_head_in_its_own_time_zone(tmp_path: Path, head: str, published: str) -> None:
    assert page(tmp_path, HEAD + head)[1].published == published


def test_the_date_of_a_link_to_another_article_is_not_the_pages(tmp_path: Path) -> None:
    assert page(tmp_path, '<link rel="canonical" href="https://lantern.example/2023/05/06/x">')[1].published == ""


def test_the_only_date_element_of_the_article_is_unsure(tmp_path: Path) -> None:
    dated = ARTICLE.replace("<p>By", '<time datetime="2024-10-25T10:00">25 Oct</time><p>By')
    assert page(tmp_path, HEAD, AROUND.format(article=dated))[1].published == "2024-10-25?"


def test_a_page_without_an_article_gives_all_its_words(tmp_path: Path) -> None:
    assert page(tmp_path, "", "<div>Ship left.</div>")[0].strip() == "Ship left."


@pytest.mark.parametrize("body", ["", "<script>x()</script>", "<!-- nothing -->"])
def test_a_page_without_words_is_told(tmp_path: Path, body: str) -> None:
    with pytest.raises(DocumentError, match="without words"):
        page(tmp_path, "", body)


def test_a_page_nested_ten_thousand_deep_is_told(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="without words"):
        page(tmp_path, "", "<div>" * 10_000 + "<p>The ship left Osk on Sunday.</p>" + "</div>" * 10_000)


def test_a_page_that_is_made_to_keep_a_parser_busy_is_refused(tmp_path: Path) -> None:
    start = time.process_time()
    with pytest.raises(DocumentError, match="thousands of attributes"):
        page(tmp_path, "", "<p " + " ".join(f"a{number}=1" for number in range(100_000)) + ">The ship left Osk.</p>")
    with pytest.raises(DocumentError, match="larger than 5 MB"):
        page(tmp_path, "", "<b>x</b>" * 700_000)
    assert time.process_time() - start < 5


def test_pictures_saved_inside_a_page_cost_nothing(tmp_path: Path) -> None:
    picture = '<img src="data:image/png;base64,' + "iVBORw0KGgo" * 700_000 + '">'
    assert "fish & ships" in page(tmp_path, HEAD, AROUND.format(article=picture + ARTICLE))[0]


def test_the_declared_encoding_is_believed(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    content = '<html><head><meta charset="windows-1251"></head><body><p>Корабль ушёл.</p></body></html>'
    path.write_bytes(content.encode("cp1251"))
    [found] = read(path, Given())
    assert "Корабль ушёл." in found.text
