"""The day that other documents suggest for an undated one: `inspect --suggest`."""

from collections.abc import Callable, Iterator
from pathlib import Path

from graph.when import edtf
from loaders.jobs import Read, Refusal, jobs_below, read
from loaders.neighbours import Dated
from loaders.suggestion import Suggestion, dated
from ui.commands.lines import plain, shortened
from ui.commands.options import opened


def dated_in_store(url: str | None) -> Iterator[Dated]:
    """Every document of the store of which one day is known."""
    with opened(url) as store:
        for document in store.documents():
            yield from filter(None, [dated(document, document.copies[0].published)])


def dated_below(paths: tuple[Path, ...], refuse: Callable[[Refusal], None]) -> Iterator[Dated]:
    """Every document below the paths of which one day is known; `refuse` is told what is wrong with the rest."""
    from loaders.pipeline import first_look  # brings spaCy along

    for job in (job for path in paths for job in jobs_below(path, refuse)):
        for answer in read(job):
            if isinstance(answer, Read):
                scene, published = first_look(answer.document)
                yield from filter(None, [dated(scene.document, published.when)])
            else:
                refuse(answer)


def suggestion_line(found: Suggestion) -> dict[str, object]:
    """As JSON."""
    return {
        "published": edtf(found.when) if found.when else None,
        "neighbours": [one.model_dump(mode="json") for one in found.neighbours],
    }


def suggestion_lines(found: Suggestion) -> Iterator[str]:
    """For a terminal: what could be given, and the documents that speak for it."""
    yield "\nsuggestion"
    if found.when:
        yield f"  --published {edtf(found.when)}  (a hint, not used: check it, then give it)"
    else:
        yield "  none: its own date stands, or no dated document is like it"
    for one in found.neighbours:
        yield f"  {one.likeness:.2f}  {one.day}  {shortened(plain(one.title))}"
