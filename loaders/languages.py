"""Which language a text is in, by py3langid; a short text is what its file says it is."""

from functools import cache

ENOUGH = 60
"""Letters from which the library's word outweighs that of the file (a page's `lang` is often its template's)."""
SAMPLE = 20_000
"""Characters that are looked at."""


def language_of(text: str, said: str, *, sure: bool) -> str:
    """ISO 639-1 code; empty if nobody can tell. `said` is a language tag ("en-US"), believed at once if `sure`."""
    tag = said.replace("_", "-").partition("-")[0].strip().lower()
    sample = text[:SAMPLE]
    if sure or sum(char.isalpha() for char in sample) < ENOUGH:
        return tag if len(tag) <= 3 else ""  # noqa: PLR2004 – ISO 639 codes
    return detected(sample)


@cache
def _classify() -> object:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_modelpath(MODEL_FILE)


def detected(text: str) -> str:
    """The library's best guess."""
    return str(_classify().classify(text)[0])  # type: ignore[attr-defined]  # the library has no types
