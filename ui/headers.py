"""Headers of every answer: nothing is fetched from elsewhere, no foreign script runs, no other site looks in."""

import base64
import hashlib
import re
from functools import cache
from pathlib import Path

import streamlit
from starlette.datastructures import MutableHeaders
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.types import ASGIApp, Message, Receive, Scope, Send

HOSTS = ["127.0.0.1", "localhost"]
"""Names that lead here; any other may be a foreign page that had its name point at this machine."""

INLINE_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)


class GuardedAnswers:
    """Adds the headers to every answer, those of Streamlit included."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(headers())
            await send(message)

        await self.app(scope, receive, send_guarded)


@cache
def headers() -> dict[str, str]:
    """Name and value of each header."""
    return {
        "Content-Security-Policy": content_security_policy(),
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
        "Referrer-Policy": "no-referrer",
        "Cross-Origin-Opener-Policy": "same-origin",
    }


def content_security_policy() -> str:
    """What the browser may load and run.

    Scripts: files of this server and the one inline script of Streamlit's index page, named by its hash; so no markup
    that came in with a document can run anything. `blob:` is how Streamlit loads the code of components.
    """
    scripts = " ".join(("'self'", "blob:", *_inline_scripts()))
    return "; ".join(
        (
            "default-src 'self'",
            f"script-src {scripts}",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "connect-src 'self' ws://127.0.0.1:* ws://localhost:*",
            "worker-src 'self' blob:",
            "object-src 'none'",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'none'",
        )
    )


def _inline_scripts() -> tuple[str, ...]:
    page = Path(streamlit.__file__).parent / "static" / "index.html"
    found = INLINE_SCRIPT.findall(page.read_text(encoding="utf-8"))
    digests = (hashlib.sha256(script.encode()).digest() for script in found)
    return tuple(f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests)


MIDDLEWARE = (Middleware(GuardedAnswers), Middleware(TrustedHostMiddleware, allowed_hosts=HOSTS, www_redirect=False))
