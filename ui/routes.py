"""The two files of the chronology, beside the page and in the same process."""

import io
from collections.abc import Callable

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from graph.errors import DatelineError
from graph.export import write_claims, write_timeline
from ui import answers

Writer = Callable[[io.StringIO], None]


def timeline(_request: Request) -> Response:
    """All events as `timeline.csv`."""

    def write(file: io.StringIO) -> None:
        store = answers.store()
        write_timeline(store.events(), file, places=store.places())

    return _file("timeline.csv", write)


def claims(_request: Request) -> Response:
    """All claims as `claims.csv`."""

    def write(file: io.StringIO) -> None:
        store = answers.store()
        write_claims(store.claims(), (card.event for card in store.events()), file)

    return _file("claims.csv", write)


def _file(name: str, write: Writer) -> Response:
    """The file as a download, or one sentence with status 503 if the store fails."""
    file = io.StringIO(newline="")
    try:
        write(file)
    except DatelineError as error:
        return PlainTextResponse(f"{error.message} {error.hint}".strip(), status_code=503)
    return Response(
        file.getvalue().encode("utf-8"),
        media_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


ROUTES = (Route("/api/timeline.csv", timeline), Route("/api/claims.csv", claims))
