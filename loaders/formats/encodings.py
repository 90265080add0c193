"""Bytes to text: byte order mark, UTF-8, what the file declares, and at last what charset-normalizer makes of it."""

import codecs

from charset_normalizer import from_bytes

from graph.errors import DocumentError

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""Byte order marks; UTF-32 before UTF-16, whose mark it begins with."""
SIGNATURES = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a zip archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "a rich text document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"RIFF", "a picture or a recording"),
    (b"\x1f\x8b", "a compressed file"),
    (b"\x7fELF", "a program"),
)
"""First bytes of files that hold no plain text (the `file` command's magic)."""
CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1b")) + b"\x7f"
GUESSED = [
    *("cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp1258", "cp874", "cp866"),
    *("iso8859_2", "iso8859_5", "iso8859_7", "koi8_r", "koi8_u", "cp932", "euc_jp", "cp949", "gb18030", "big5"),
]
"""What web pages and mail are in (the encodings of WHATWG's standard that differ from each other)."""
EVEN = 0.1
"""Between guesses that are this close, the first of `GUESSED` is taken: few letters tell them apart."""
SAMPLE = 200_000
"""Bytes that charset-normalizer looks at: enough for a guess, and its time grows with them."""


def decode(data: bytes, name: str, declared: str = "") -> str:
    """Text with its byte order mark dropped and CR LF turned into LF; nothing else is changed.

    Raises: DocumentError if there is no text in the bytes, or nobody knows its encoding.
    """
    if not data.strip():
        raise DocumentError(f"{name} is empty.", hint="Check that it was saved to its end.")
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _plain(_strict(data[len(mark) :], encoding, name))
    _refuse_binary(data, name)
    for encoding in ("utf-8", declared):
        text = _attempt(data, encoding)
        if text is not None:
            return _plain(text)
    return _plain(_guess(data, name))


def _plain(text: str) -> str:
    return text.removeprefix("\ufeff").replace("\r\n", "\n")


def _refuse_binary(data: bytes, name: str) -> None:
    for signature, kind in SIGNATURES:
        if data.startswith(signature):
            raise DocumentError(
                f"{name} is {kind}, which Dateline cannot read.", hint="Save its text as .txt or .html."
            )
    head = data[:SAMPLE]
    controls = len(head) - len(head.translate(None, CONTROLS))
    if b"\x00" in head or controls * 50 > len(head):
        raise DocumentError(f"{name} holds no text: its bytes are those of a program, a picture or a database.")


def _attempt(data: bytes, encoding: str) -> str | None:
    """The text in this encoding, None if it is none of that or there is no such encoding."""
    try:
        return data.decode(encoding) if encoding else None
    except (UnicodeDecodeError, LookupError):
        return None


def _strict(data: bytes, encoding: str, name: str) -> str:
    text = _attempt(data, encoding)
    if text is None:
        raise DocumentError(f"{name} begins like {encoding.upper()} text but is none; perhaps a part of it is missing.")
    return text


def _guess(data: bytes, name: str) -> str:
    guesses = list(from_bytes(data[:SAMPLE], cp_isolation=GUESSED))
    best = max((guess.coherence - guess.chaos for guess in guesses), default=0.0)
    even = {guess.encoding for guess in guesses if guess.coherence - guess.chaos >= best - EVEN}
    text = _attempt(data, next((encoding for encoding in GUESSED if encoding in even), ""))
    if text is None:
        raise DocumentError(
            f"{name} is in no encoding that can be made out.", hint="Save it as UTF-8, or declare its encoding."
        )
    return text
