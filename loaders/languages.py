"""Which language a text is in, by py3langid; a short text is what its file says it is."""

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


def detected(text: str) -> str:
    """The library's best guess. Its model is loaded at the first call, in 0.8 s."""
    from py3langid import classify

    return str(classify(text)[0])
