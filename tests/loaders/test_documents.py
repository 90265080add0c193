"""Which files are documents, what was given about them, and what becomes of them."""

import os
from pathlib import Path

import pytest

from graph.errors import DocumentError
from graph.ids import document_id
from graph.model import Document
from graph.when import edtf
from loaders.documents import build, gather
from loaders.formats import read
from loaders.records import Found, Given

WORDS = "The ship left the harbour of Osk on Sunday, and the priest of Tarn waved to it from the pier."


def found(text: str = WORDS, *, given: Given | None = None, metadata: Given | None = None) -> Found:
    return Found(
        name="note.txt",
        text=text,
        sha256="0" * 64,
        format="text",
        given=given or Given(),
        metadata=metadata or Given(),
    )


def folder(path: Path, *names: str, table: str = "") -> Path:
    for name in names:
        (path / name).parent.mkdir(parents=True, exist_ok=True)
        (path / name).write_text(WORDS, encoding="utf-8")
    if table:
        (path / "documents.csv").write_text(table, encoding="utf-8")
    return path


def gathered(*paths: Path) -> tuple[dict[str, Given], list[str], dict[str, str]]:
    """Name → what is given, the errors' sentences, name → why it was passed over."""
    errors: list[str] = []
    skipped: dict[str, str] = {}
    files = gather(
        paths,
        report=lambda error: errors.append(error.message),
        skip=lambda path, reason: skipped.update({path.name: reason}),
    )
    return {path.name: given for path, given in files}, errors, skipped


def test_a_folder_is_walked_in_the_order_of_its_names(tmp_path: Path) -> None:
    folder(tmp_path, "b.txt", "a/z.md", "a/b.html", "c.jsonl", "B.txt")
    assert [path.relative_to(tmp_path).as_posix() for path, _ in gather([tmp_path])] == [
        "B.txt",
        "a/b.html",
        "a/z.md",
        "b.txt",
        "c.jsonl",
    ]


def test_a_file_named_twice_is_gathered_once(tmp_path: Path) -> None:
    folder(tmp_path, "a.txt")
    assert len(list(gather([tmp_path, tmp_path / "a.txt"]))) == 1


def test_what_is_no_document_is_passed_over_with_a_reason(tmp_path: Path) -> None:
    folder(tmp_path, "a.txt", ".hidden.txt", "timeline.csv", "photo.png", "README", ".git/x.txt", table="file\na.txt\n")
    (tmp_path / "out.jsonl").write_text('{"document":"a.txt","claim":"c1","trigger":{}}\n', encoding="utf-8")
    files, errors, skipped = gathered(tmp_path)
    assert (list(files), errors) == (["a.txt"], [])
    assert skipped == {
        ".hidden.txt": "hidden",
        ".git": "hidden",
        "timeline.csv": "written by Dateline",
        "documents.csv": "the table beside the documents",
        "photo.png": "no format reads .png",
        "README": "no format reads files without an ending",
        "out.jsonl": "claims written by Dateline",
    }


def test_what_is_wrong_in_a_folder_is_told_and_the_rest_goes_on(tmp_path: Path) -> None:
    folder(tmp_path, "a.txt", "z.txt")
    (tmp_path / "loop.txt").symlink_to("loop.txt")
    (tmp_path / "gone.txt").symlink_to("nowhere.txt")
    (tmp_path / "again").symlink_to(tmp_path)
    (tmp_path / os.fsdecode(b"na\xefve.txt")).write_text(WORDS, encoding="utf-8")
    files, errors, _ = gathered(tmp_path, tmp_path / "ghost.txt")
    assert list(files) == ["a.txt", "z.txt"]
    assert errors == [
        "The folder again is a link to a folder above it.",
        "gone.txt cannot be read: no such file or directory.",
        "loop.txt cannot be read: too many levels of symbolic links.",
        r"The name of the file na\xefve.txt is not UTF-8.",
        "ghost.txt cannot be read: no such file or directory.",
    ]


def test_a_folder_without_documents_is_told(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="There is no document in the folder"):
        list(gather([folder(tmp_path, "photo.png")]))


def test_a_table_gives_what_its_rows_say(tmp_path: Path) -> None:
    table = "File,Title,authors,published\r\na.txt,“A, B”,Ana Ruiz; Bo Lund | Eva,2024-10\r\n\r\n"
    files, errors, _ = gathered(folder(tmp_path, "a.txt", "b.txt", table="\ufeff" + table.replace("“A, B”", '"A, B"')))
    assert errors == []
    assert files == {
        "a.txt": Given(title="A, B", authors=("Ana Ruiz", "Bo Lund", "Eva"), published="2024-10"),
        "b.txt": Given(),
    }


def test_a_table_speaks_for_a_single_file_and_for_its_own_folder_only(tmp_path: Path) -> None:
    folder(tmp_path, "a.txt", "sub/a.txt", table="file,title\na.txt,Upper\n")
    assert gathered(tmp_path / "a.txt")[0]["a.txt"].title == "Upper"
    assert gathered(tmp_path / "sub")[0]["a.txt"].title == ""


@pytest.mark.parametrize(
    ("table", "loaded", "sentence"),
    [
        ("file,published\na.txt,2024-02-30\n", ["b.txt"], "line 2: “2024-02-30” is no day of the calendar."),
        ("file,published\na.txt,10/11/2024\n", ["b.txt"], "line 2: “10/11/2024” can be read as two dates."),
        ("file,title\na.txt,x\na.txt,y\n", ["b.txt"], "line 3: a.txt has a row already."),
        ("file,title\nghost.txt,x\n", ["a.txt", "b.txt"], "line 2: there is no file ghost.txt beside it."),
        ("file,title\n,x\n", ["a.txt", "b.txt"], "line 2: it names no file."),
        ("file,titel\na.txt,x\n", [], "line 1: nobody knows the column “titel”."),
        ("title\nx\n", [], "line 1: there is no column “file”."),
        ("file,title\na.txt,x,y\n", [], "line 2: there are 3 cells under 2 columns."),
    ],
)
def test_a_wrong_row_is_told_with_its_line(tmp_path: Path, table: str, loaded: list[str], sentence: str) -> None:
    files, errors, _ = gathered(folder(tmp_path, "a.txt", "b.txt", table=table))
    assert list(files) == loaded
    assert {f"documents.csv, {sentence}"} == set(errors)


def test_a_row_with_semicolons_is_read_too(tmp_path: Path) -> None:
    assert gathered(folder(tmp_path, "a.txt", table="file;title\na.txt;Osk, today\n"))[0]["a.txt"].title == "Osk, today"


def test_a_document_is_its_text_and_a_copy_its_place() -> None:
    given = Given(url="https://lantern.example/a", publisher="The Lantern", published="25 October 2024")
    document = build(found(given=given))
    [copy] = document.copies
    assert (document.id, document.text, document.language) == (document_id(WORDS), WORDS, "en")
    assert (copy.uri, copy.publisher, copy.sha256) == ("https://lantern.example/a", "The Lantern", "0" * 64)
    assert (edtf(copy.published) if copy.published else None, copy.published_basis) == ("2024-10-25", "given")


def test_what_was_given_beats_what_the_file_says() -> None:
    document = build(
        found(
            given=Given(title="Given", published="2024-10"),
            metadata=Given(title="Said", publisher="The Lantern", published="2023-01-05"),
        )
    )
    [copy] = document.copies
    assert (document.title, copy.publisher) == ("Given", "The Lantern")
    assert (edtf(copy.published) if copy.published else None, copy.published_basis) == ("2024-10", "given")


@pytest.mark.parametrize(("said", "basis"), [("2024-10-25", "metadata"), ("the day before", ""), ("", "")])
def test_a_pages_own_date_counts_if_it_is_one(said: str, basis: str) -> None:
    assert build(found(metadata=Given(published=said))).copies[0].published_basis == basis


def test_the_same_bytes_and_words_given_have_one_origin() -> None:
    one, again, other = (build(found(given=Given(title=title))).copies[0].origin for title in ("A", "A", "B"))
    assert one == again != other


@pytest.mark.parametrize("text", ["12 34 56", "…", "🚢"])
def test_a_text_without_a_word_is_no_document(text: str) -> None:
    with pytest.raises(DocumentError, match=r"note\.txt holds no word"):
        build(found(text))


KOREAN = (
    "노를란드 선박이 병사 구백 명을 태우고 수드리아에 도착했다고 국방부가 밝혔다. 두 번째 선단도 곧 출항한다고 한다."
)


@pytest.mark.parametrize(
    ("text", "said", "language"),
    [
        (WORDS, "", "en"),
        (KOREAN, "", "ko"),
        (KOREAN, "en-US", "ko"),
        (
            "Кораблі Норланду прийшли до порту Оск у жовтні, повідомило міністерство оборони Вельмарку у неділю.",
            "",
            "uk",
        ),
        ("Schiff legt ab.", "de-AT", "de"),
    ],
)
def test_the_language_is_that_of_the_text_unless_it_is_short(text: str, said: str, language: str) -> None:
    assert build(found(text, metadata=Given(language=said))).language == language


def test_a_given_language_is_believed() -> None:
    assert build(found(KOREAN, given=Given(language="KO-kr"))).language == "ko"


@pytest.fixture
def sample_documents() -> list[Document]:
    samples = Path(__file__).parents[2] / "samples"
    return [build(one) for path, given in gather([samples]) for one in read(path, given)]


def test_the_samples_are_all_documents(sample_documents: list[Document]) -> None:
    assert len(sample_documents) == 12
    assert {document.language for document in sample_documents} == {"en", "ko"}
