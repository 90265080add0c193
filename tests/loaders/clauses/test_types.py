"""What kind of happening a word names."""

from pathlib import Path

import pytest

from graph.errors import LexiconError
from loaders.clauses import read_types
from tests.loaders.clauses.reading import clause_at


@pytest.mark.parametrize(
    ("text", "trigger", "kind"),
    [
        pytest.param("Norland sent soldiers to Sudria.", "sent", "AID", id="send soldiers"),
        pytest.param("The king sent a letter.", "sent", "CONSULT", id="send a letter"),
        pytest.param("The agency released footage.", "released", "DISCLOSE", id="release footage"),
        pytest.param("The police released two prisoners.", "released", "RETREAT", id="release people"),
        pytest.param("Norland fired dozens of rounds of artillery.", "fired", "ASSAULT", id="fire shells"),
        pytest.param("Norland signed a treaty.", "signed", "SUPPORT", id="sign a treaty"),
        pytest.param("The army tested a missile.", "tested", "MOBILIZE", id="test a missile"),
        pytest.param("Norland refused to leave.", "refused", "REJECT", id="refuse"),
        pytest.param("Norland did not accept the offer.", "accept", "REJECT", id="negation turns it"),
        pytest.param("Hackers attacked the website.", "attacked", "COERCE", id="attack a website"),
        pytest.param("The train derailed.", "derailed", None, id="an accident has none"),
        pytest.param("The police re-arrested the editor.", "re-arrested", "COERCE", id="done again"),
        pytest.param("The arrest of a man was reported.", "reported", "COERCE", id="of the noun that came about"),
    ],
)
def test_the_lexicon_decides_by_what_hangs_on_the_word(text: str, trigger: str, kind: str | None) -> None:
    assert clause_at(text, trigger).type == kind


def _folder(path: Path, row: str) -> Path:
    (path / "verbs.csv").write_text(f"lemma,frame,type,first,second,source\n{row}\n", encoding="utf-8")
    return path


def test_a_users_row_replaces_ours(tmp_path: Path) -> None:
    types = read_types(_folder(tmp_path, "refuse,,AGREE,,,test"))
    row = types.row("refuse", "verb", {})
    assert row is not None
    assert row.type == "AGREE"


@pytest.mark.parametrize(
    "row",
    [
        pytest.param("refuse,,APPLAUD,,,test", id="unknown type"),
        pytest.param("refuse,object:@gnomes,AGREE,,,test", id="unknown class"),
        pytest.param("refuse,,AGREE,hero,,test", id="unknown role"),
        pytest.param("refuse,,AGREE,,,test\nrefuse,,REJECT,,,test", id="the same frame twice"),
    ],
)
def test_a_wrong_row_is_told_with_file_and_line(tmp_path: Path, row: str) -> None:
    with pytest.raises(LexiconError, match=r"verbs\.csv, line [23]:"):
        read_types(_folder(tmp_path, row))
