"""Files to texts: whatever is in them, and a clear sentence for what is none."""

import hashlib
import io
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.errors import DocumentError
from loaders.formats import ENDINGS, read
from loaders.formats.contract import LARGEST, STANDARD_INPUT
from loaders.records import Found, Given


def written(folder: Path, content: bytes | str, name: str = "note.txt") -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def only(path: Path, given: Given | None = None) -> Found:
    [found] = read(path, given or Given())
    return found


def until_refused(reader: Iterator[Found]) -> tuple[list[str], DocumentError]:
    """The texts that are handed over before the error, and the error; there must be one."""
    texts: list[str] = []
    try:
        for found in reader:
            texts.append(found.text)  # noqa: PERF401 – a comprehension would lose them
    except DocumentError as error:
        return texts, error
    pytest.fail("nothing was refused")


def test_a_text_is_kept_as_it_is_but_for_its_line_ends(tmp_path: Path) -> None:
    content = b"\xef\xbb\xbfOne  line,\r\n\ttwo \xc2\xa0 lines.\r\n\r\nLone \r stays. "
    found = only(written(tmp_path, content))
    assert found.text == "One  line,\n\ttwo \u00a0 lines.\n\nLone \r stays. "
    assert found.sha256 == hashlib.sha256(content).hexdigest()
    assert (found.name, found.format) == ("note.txt", "text")


RUSSIAN = "Корабли Норланда пришли в порт Оск в октябре, сообщило министерство. Солдаты сошли на берег ночью."


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("The café of Osk is closed – said the mayor’s naïve niece.", "utf-8"),
        ("The café of Osk is closed – said the mayor’s naïve niece on Sunday.", "cp1252"),
        ("The ship left Osk.", "utf-16"),
        (RUSSIAN, "koi8-r"),
        (RUSSIAN, "cp1251"),
        (
            "노를란드 선박이 병사 구백 명을 태우고 수드리아에 도착했다고 국방부가 밝혔다. 두 번째 선단도 출항한다.",
            "cp949",
        ),
    ],
)
def test_an_encoding_is_made_out(tmp_path: Path, text: str, encoding: str) -> None:
    assert only(written(tmp_path, text.encode(encoding))).text == text


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "empty"),
        (b" \n\t\n", "empty"),
        (b"%PDF-1.7\n1 0 obj", "is a PDF"),
        (b"PK\x03\x04rest", "zip archive"),
        (b"\x7fELF" + bytes(range(256)), "a program"),
        (bytes(range(256)) * 20, "no text"),
        ("The ship left.".encode("utf-16")[:-1], "perhaps a part of it is missing"),
    ],
)
def test_what_is_no_text_is_told_by_name(tmp_path: Path, content: bytes, sentence: str) -> None:
    with pytest.raises(DocumentError, match=sentence) as error:
        only(written(tmp_path, content, "thing.txt"))
    assert error.value.message.startswith("thing.txt ")


def test_fifty_megabytes_on_one_line_are_refused_at_once(tmp_path: Path) -> None:
    path = written(tmp_path, b"word " * 10_000_000)
    start = time.process_time()
    with pytest.raises(DocumentError, match="larger than 10 MB"):
        only(path)
    assert time.process_time() - start < 1


def test_a_document_of_the_largest_size_is_read(tmp_path: Path) -> None:
    assert len(only(written(tmp_path, b"word " * (LARGEST // 5))).text) == LARGEST


def test_files_that_cannot_be_opened_are_told(tmp_path: Path) -> None:
    loop = tmp_path / "loop.txt"
    loop.symlink_to(loop)
    for path in (tmp_path / "ghost.txt", loop, tmp_path):
        with pytest.raises(DocumentError, match=path.name) as error:
            only(path)
        assert error.value.message.endswith(".")


def test_a_name_that_is_not_utf8_is_told_in_escapes(tmp_path: Path) -> None:
    name = os.path.join(os.fsencode(tmp_path), b"na\xefve.txt")  # noqa: PTH118 – pathlib takes no bytes
    with open(name, "wb") as stream:  # noqa: PTH123 – the same
        stream.write(b"The ship left.")
    [path] = tmp_path.iterdir()
    with pytest.raises(DocumentError, match=r"na\\xefve\.txt is not UTF-8"):
        only(path)


def test_standard_input_is_a_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"The ship left.\r\n")))
    found = only(STANDARD_INPUT, Given(title="A note"))
    assert (found.text, found.given.title, found.path) == ("The ship left.\n", "A note", None)


def test_markdown_is_kept_and_its_front_matter_read(tmp_path: Path) -> None:
    text = '---\ntitle: "Ship leaves"\ndate: 2024-10-25\nauthor: Ana Ruiz, Bo Lund\ndraft: no\n---\n# Ship leaves\n'
    found = only(written(tmp_path, text, "note.md"))
    assert found.text == text
    assert found.metadata == Given(title="Ship leaves", published="2024-10-25", authors=("Ana Ruiz", "Bo Lund"))


def test_a_page_without_an_ending_is_known_by_its_first_bytes(tmp_path: Path) -> None:
    assert only(written(tmp_path, "<!DOCTYPE html><p>The ship left Osk on Sunday.</p>", "page")).format == "web page"


def test_documents_of_a_pile_are_named_by_file_and_line(tmp_path: Path) -> None:
    lines = (
        '{"text":"One left.","title":"T","authors":"Ana"}\n\n{"text":"Two left.","file":"two.txt","published":"2024"}\n'
    )
    one, two = read(written(tmp_path, lines, "pile.jsonl"), Given(publisher="The Lantern"))
    assert (one.name, one.text, one.given) == (
        "pile.jsonl#1",
        "One left.",
        Given(title="T", authors=("Ana",), publisher="The Lantern"),
    )
    assert (two.name, two.given.published) == ("two.txt", "2024")


def test_a_bad_line_is_told_after_the_others_are_read(tmp_path: Path) -> None:
    lines = [
        '{"text":"One left."}',
        "no json",
        '{"title":"no words"}',
        '{"text":"x","publised":"2024"}',
        '{"text":"x","published":"2024-02-30"}',
        '{"text":"x","title":5}',
        "[" * 100_000,
        '{"text":"Two left."}',
    ]
    texts, error = until_refused(read(written(tmp_path, "\n".join(lines), "pile.jsonl"), Given()))
    assert texts == ["One left.", "Two left."]
    assert [f"line {number}:" in error.message for number in range(1, 9)] == [False, *[True] * 6, False]


def test_an_overlong_line_of_a_pile_costs_the_others_nothing(tmp_path: Path) -> None:
    content = b'{"text":"One left."}\n{"text":"' + b"x" * (LARGEST + 10) + b'"}\n{"text":"Three left."}\n'
    texts, error = until_refused(read(written(tmp_path, content, "pile.jsonl"), Given()))
    assert texts == ["One left.", "Three left."]
    assert "line 2: it is longer than 10 MB" in error.message


MARKUP = st.sampled_from(
    [
        b"<p>",
        b"</p>",
        b"<html",
        b">",
        b"<a href='",
        b"The ship left. ",
        b"\xff",
        b"\xe9",
        b"{",
        b'"text":"',
        b"\n",
        b"\x00",
    ]
)


@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.one_of(st.binary(max_size=200), st.lists(MARKUP, max_size=20).map(b"".join)), st.sampled_from(sorted(ENDINGS))
)
def test_any_bytes_are_read_or_refused_with_a_sentence(tmp_path: Path, content: bytes, ending: str) -> None:
    try:
        for found in read(written(tmp_path, content, "thing" + ending), Given()):
            assert "\r\n" not in found.text
    except DocumentError as error:
        assert "thing" in error.message  # noqa: PT017 – both outcomes are right
        assert error.message.endswith(".")  # noqa: PT017 – the same
