"""The templates, and the words and addresses they may use. Every value that goes into one is escaped."""

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from graph.chronology import precision, written_date
from graph.when import edtf
from ui import address
from ui.present import sources, words

TEMPLATES = Path(__file__).parent.parent / "templates"


def render(template: str, **context: object) -> str:
    """The HTML of a template; what stands in the context is escaped on the way.

    Raises: jinja2.UndefinedError if the template wants something that is not there.
    """
    return _environment().get_template(template).render(context)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {
        "written": written_date,
        "precision": precision,
        "edtf": edtf,
        "chain": words.chain,
        "capitalise": words.capitalise,
        "certainty_words": words.certainty,
        "explained": words.explained,
        "number": words.number,
        "ends": words.ends,
        "doubts": words.doubts,
        "doubted": words.doubted,
        "type_word": words.type_word,
        "type_meaning": words.type_meaning,
        "published": words.published,
        "citation": words.citation,
        "source_address": sources.source_address,
        "web_address": sources.web_address,
    }
    environment.globals |= {"address": address, "plural": words.plural, "words": words}
    return environment
