"""The files beside the page and the headers of every answer, without a browser."""

import csv
import io

import pytest
from starlette.applications import Starlette

from graph.export import CLAIM_COLUMNS, TIMELINE_COLUMNS
from tests.ui.asking import ask
from tests.ui.stores import EVENTS
from ui import answers
from ui.headers import MIDDLEWARE, content_security_policy
from ui.routes import ROUTES

APP = Starlette(routes=ROUTES, middleware=MIDDLEWARE)


@pytest.mark.parametrize(
    ("name", "columns", "kind"), [("timeline.csv", TIMELINE_COLUMNS, "events"), ("claims.csv", CLAIM_COLUMNS, "claims")]
)
def test_the_files_hold_every_event_and_every_claim(
    filled: str, name: str, columns: tuple[str, ...], kind: str
) -> None:
    answer = ask(APP, f"/api/{name}")
    header, *found = csv.reader(io.StringIO(answer.body.decode("utf-8-sig"), newline=""))
    assert tuple(header) == columns
    assert len(found) == getattr(answers.counts(), kind) > EVENTS
    assert f'filename="{name}"' in answer.headers["content-disposition"]


def test_claims_name_the_event_they_tell_of(filled: str) -> None:
    rows = csv.DictReader(io.StringIO(ask(APP, "/api/claims.csv").body.decode("utf-8-sig"), newline=""))
    assert all(row["event_id"] for row in rows)


def test_a_store_that_is_away_is_a_sentence_and_no_half_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_STORE", "bolt://127.0.0.1:9")
    answers.forget()
    answer = ask(APP, "/api/timeline.csv")
    answers.forget()
    assert answer.status == 503
    assert "event_id" not in answer.body.decode()
    assert "Traceback" not in answer.body.decode()


def test_a_foreign_name_is_turned_away() -> None:
    assert ask(APP, "/api/timeline.csv", host="evil.example").status == 400


def test_every_answer_carries_the_policy() -> None:
    for path in ("/api/timeline.csv", "/nowhere"):
        assert ask(APP, path, host="localhost").headers["content-security-policy"]


def test_no_inline_script_may_run_but_the_one_of_the_index_page() -> None:
    scripts = next(part for part in content_security_policy().split("; ") if part.startswith("script-src "))
    assert scripts.split()[1:3] == ["'self'", "blob:"]
    assert all(word.startswith("'sha256-") for word in scripts.split()[3:])
    assert "unsafe" not in scripts


def test_no_source_is_a_foreign_host() -> None:
    assert "http" not in content_security_policy()
    assert "*" not in content_security_policy().replace("127.0.0.1:*", "").replace("localhost:*", "")
