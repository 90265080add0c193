"""Which language a text is in, by py3langid; a short text is what its file says it is."""

ENOUGH = 60
"""Bytes of letters from which the library is believed more than the file: a page's `lang` is often its template's."""
SAMPLE = 20_000
"""Characters that are looked at."""


def language_of(text: str, said: str, *, sure: bool) -> str:
    """ISO 639-1 code; empty if there is no letter. `said` is a language tag ("en-US"), believed at once if `sure`."""
    tag = said.replace("_", "-").partition("-")[0].strip().lower()
    letters = "".join(char for char in text[:SAMPLE] if char.isalpha() or char == " ")
    if tag and (sure or len(letters.encode()) < ENOUGH):
        return tag
    return detected(letters) if letters.strip() else ""


def detected(text: str) -> str:
    """The library's best guess. Its model is loaded at the first call, in 0.8 s."""
    from py3langid import classify

    return str(classify(text)[0])
