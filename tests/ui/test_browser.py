"""The page as a reader meets it, in headless Chromium."""

import os
import re
from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, expect, sync_playwright

from tests.ui.browser import Visitor, chromium, serving
from tests.ui.seen import HOSTILE
from tests.ui.stores import hostile

pytestmark = pytest.mark.browser

PAGES = (
    "/",
    "/event?event={event}",
    "/document?document={document}&span=0-20",
    "/document",
    "/actor",
    "/actor?actor=norland",
    "/query",
    "/about",
)
SERIOUS = ("serious", "critical")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Headless Chromium. Skips where there is none; in CI that is a failure."""
    if not chromium() and os.environ.get("CI") != "true":
        pytest.skip("Chromium is not installed")
    with sync_playwright() as playwright:
        yield playwright.chromium.launch(executable_path=chromium() or None, args=["--no-sandbox"])


@pytest.fixture(scope="module")
def address(filled_url: str) -> Iterator[str]:
    """Where the page of the filled store is served."""
    with serving(filled_url) as found:
        yield found


@pytest.fixture
def visitor(browser: Browser, address: str) -> Iterator[Visitor]:
    """A visitor who finds nothing fetched from elsewhere and no error in the console, whatever they do."""
    context = browser.new_context(
        viewport={"width": 1000, "height": 900}, permissions=["clipboard-read", "clipboard-write"]
    )
    found = Visitor(context.new_page(), address)
    yield found
    context.close()
    assert found.strangers == []
    assert found.troubles == []


def asked(visitor: Visitor) -> dict[str, list[str]]:
    """What the address bar asks for."""
    return parse_qs(urlsplit(visitor.page.url).query)


def test_from_a_filter_to_the_highlighted_words(visitor: Visitor) -> None:
    visitor.go()
    visitor.page.get_by_text("Actor", exact=True).click()
    visitor.follow(".facets a[href='/?actor=norland']", ".chips")
    expect(visitor.page.locator(".chips")).to_contain_text("Norland")
    assert asked(visitor) == {"actor": ["norland"]}
    visitor.follow("article h4 a", ".claim blockquote")
    assert urlsplit(visitor.page.url).path == "/event"
    sentence = visitor.page.locator(".claim blockquote").first.inner_text().strip("“”")
    visitor.follow(".claim a[href^='/document']", "mark.aimed")
    expect(visitor.page.locator("[data-aim]").first).to_be_visible()
    words = "".join(visitor.page.locator("mark.aimed").all_inner_texts())
    assert words == sentence
    visitor.page.go_back()
    expect(visitor.page.locator(".claim blockquote").first).to_be_visible()
    assert urlsplit(visitor.page.url).path == "/event"


def test_a_bar_of_the_strip_chooses_its_week(visitor: Visitor) -> None:
    visitor.go()
    bars = visitor.page.locator(".strip .bars > i")
    monday = bars.nth(4).get_attribute("data-from")
    bars.nth(4).click()
    visitor.page.wait_for_url("**/?first=*")
    visitor.rest()
    assert asked(visitor)["first"] == [monday]
    expect(visitor.page.get_by_label("From").first).to_be_visible()


def test_dragging_over_the_strip_chooses_days(visitor: Visitor) -> None:
    visitor.go()
    bars = visitor.page.locator(".strip .bars > i")
    days = [bars.nth(number).get_attribute("data-from") for number in (3, 9)]
    bars.nth(3).hover()
    visitor.page.mouse.down()
    bars.nth(9).hover()
    visitor.page.mouse.up()
    visitor.page.wait_for_url("**/?first=*")
    visitor.rest()
    assert asked(visitor)["first"] == [days[0]]
    assert (asked(visitor)["last"][0]) > (days[1] or "")


def test_a_citation_is_copied(visitor: Visitor) -> None:
    visitor.go()
    visitor.page.get_by_role("button", name="Copy as citation").first.click()
    visitor.page.get_by_role("button", name="Copied").wait_for()
    copied = visitor.page.evaluate("navigator.clipboard.readText()")
    assert re.search(r"“.+” – according to .+\[document d[0-9a-f]{20}, characters \d+–\d+\]", copied)


def test_the_page_works_by_keyboard_alone(visitor: Visitor) -> None:
    visitor.go()
    for _ in range(60):
        visitor.page.keyboard.press("Tab")
        if visitor.page.evaluate("document.activeElement.matches('article h4 a')"):
            break
    visitor.page.keyboard.press("Enter")
    visitor.page.wait_for_url("**/event?*")
    expect(visitor.page.get_by_text("What the sources say")).to_be_visible()


def test_a_filter_keeps_the_keyboard_where_it_was(visitor: Visitor) -> None:
    visitor.go()
    visitor.page.get_by_text("Type", exact=True).focus()
    visitor.page.keyboard.press("Enter")
    visitor.page.keyboard.press("Tab")
    visitor.page.keyboard.press("Enter")
    visitor.page.wait_for_url("**/?type=*")
    visitor.page.wait_for_function("() => document.activeElement.innerText.startsWith('Type (1)')")


def test_a_link_opened_anew_shows_the_same_page(visitor: Visitor) -> None:
    visitor.go("/?type=SUPPORT&text=border&order=newest")
    shown = visitor.page.locator("article h4").all_inner_texts()
    visitor.page.reload()
    visitor.rest()
    assert visitor.page.locator("article h4").all_inner_texts() == shown
    assert visitor.page.get_by_role("searchbox", name="Words").input_value() == "border"


def test_hostile_text_is_text_and_runs_nothing(visitor: Visitor) -> None:
    visitor.go("/?first=2024-12-24&last=2024-12-24")
    headlines = visitor.page.locator("article h4").all_inner_texts()
    assert {" ".join(text.split()) for text in HOSTILE} <= {" ".join(text.split()) for text in headlines}
    visitor.go(f"/document?document={hostile().document.id}")
    text = visitor.page.locator(".text").inner_text()
    for words in HOSTILE:
        assert words in text
    assert visitor.page.locator(".text img, .text script, .text b").count() == 0


@pytest.mark.parametrize(("scheme", "width"), [("light", 1000), ("dark", 400)])
def test_no_page_has_a_serious_fault_of_accessibility(browser: Browser, address: str, scheme: str, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)  # type: ignore[arg-type]  # one of its words
    visitor = Visitor(context.new_page(), address)
    visitor.go()
    event = parse_qs(urlsplit(visitor.page.locator("article h4 a").first.get_attribute("href") or "").query)["event"][0]
    faults = []
    for page in PAGES:
        visitor.go(page.format(event=event, document=hostile().document.id))
        visitor.page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
        found = Axe().run(visitor.page).response["violations"]
        faults += [
            (page, fault["id"], fault["nodes"][0]["html"][:200]) for fault in found if fault["impact"] in SERIOUS
        ]
        wide = visitor.page.evaluate("document.documentElement.scrollWidth")
        assert wide <= width, f"{page} is wider than the window"
    context.close()
    assert faults == []


def test_nothing_answers_to_a_foreign_name(visitor: Visitor) -> None:
    visitor.go()
    answer = visitor.page.request.get(visitor.address + "/", headers={"Host": "evil.example"})
    assert answer.status == 400


def test_every_answer_forbids_what_is_foreign(visitor: Visitor) -> None:
    visitor.go()
    answer = visitor.page.request.get(visitor.address + "/")
    policy = answer.headers["content-security-policy"]
    assert "default-src 'self'" in policy
    scripts = next(part for part in policy.split("; ") if part.startswith("script-src"))
    assert "unsafe" not in scripts
    assert answer.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize("name", ["timeline.csv", "claims.csv"])
def test_the_files_lie_beside_the_page(visitor: Visitor, name: str) -> None:
    visitor.go("/about")
    answer = visitor.page.request.get(f"{visitor.address}/api/{name}")
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert answer.body().startswith("\ufeff".encode())
    assert answer.body().count(b"\r\n") > 60
