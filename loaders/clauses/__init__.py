"""Who did what to whom: verbs and event nouns with what hangs on them, from the grammar of each sentence.

`sites` finds the words that name happenings, `subjects` and `arguments` what hangs on them, `types` and `roles` say
by the lexicon what kind of happening it is and which part each argument plays.
"""

from collections.abc import Sequence

from spacy.tokens import Token

from graph.record import Span
from loaders.clauses.arguments import PLACE_WORDS, PLACES, Argument, arguments
from loaders.clauses.features import features
from loaders.clauses.phrases import joined, span_of
from loaders.clauses.roles import role
from loaders.clauses.sites import Site, find_sites
from loaders.clauses.types import Types, read_types
from loaders.clauses.wording import wording
from loaders.records import Clause, ClauseLink, Slot
from loaders.trees import Tree

__all__ = ["Types", "find_clauses", "read_types", "wording"]

LINKS: dict[str, ClauseLink] = {
    "ROOT": "root", "ccomp": "complement", "parataxis": "complement", "xcomp": "control", "relcl": "relative",
    "advcl": "adverbial", "pcomp": "adverbial", "conj": "conjunct", "acl": "attributive", "amod": "attributive",
}  # fmt: skip


def find_clauses(trees: Sequence[Tree], types: Types) -> tuple[Clause, ...]:
    """All verbs and event nouns of the text, in order of their triggers; `parent` counts in the same tuple."""
    found: list[Clause] = []
    for number, tree in enumerate(trees):
        sites = find_sites(tree.doc, types)
        places = {site.token.i: len(found) + index for index, site in enumerate(sites)}
        carried = {site.verb.i: places[site.token.i] for site in sites if site.verb is not None}
        spans = {sentence.start: tree.sentence_span(sentence) for sentence in tree.sentences()}
        for site in sites:
            parent = _parent(site, carried | places)
            found.append(_clause(number, tree, site, parent, spans[site.token.sent.start], types))
    return tuple(found)


def _parent(site: Site, known: dict[int, int]) -> int | None:
    own = known[site.token.i]
    token = site.token
    while token.head != token:
        token = token.head
        if known.get(token.i, own) != own:
            return known[token.i]
    return None


def _clause(number: int, tree: Tree, site: Site, parent: int | None, sentence: Span, types: Types) -> Clause:
    found = arguments(site)
    row = types.row(site.lemma, _row_form(site), features(site, found))
    given = any(argument.via == "object" for argument in found)
    slots = tuple(_slot(tree, argument, role(argument, site, row, types, given=given)) for argument in found)
    words = tree.span(tree.doc[site.words[0].i : site.words[-1].i + 1])
    return Clause(
        sentence=sentence,
        block=tree.block.kind,
        tree=number,
        token=site.token.i,
        verb=site.verb.i if site.verb is not None else None,
        trigger=words,
        trigger_text=tree.doc[site.words[0].i : site.words[-1].i + 1].text,
        lemma=site.lemma,
        form=site.form,
        slots=slots,
        places=tuple(_slot(tree, argument, "other") for argument in _places(found, types)),
        type=row.type if row else None,
        parent=parent,
        link=_link(site),
        rules=tuple(filter(None, (site.rule, site.subjects[1]))),
    )


def _row_form(site: Site) -> str:
    return "verb" if site.form == "verb" and site.noun is None else "noun"


def _slot(tree: Tree, argument: Argument, part: str) -> Slot:
    span = span_of(tree, argument.head)
    inside = Span(start=span.start - tree.block.span.start, end=span.end - tree.block.span.start)
    return Slot.model_validate(
        {
            "role": part,
            "span": span,
            "head": tree.span(argument.head),
            "text": inside.cut(tree.text),
            "via": argument.via,
        }
    )


def _places(found: Sequence[Argument], types: Types) -> list[Argument]:
    """Arguments that are places, and places that stand in the object ("a camp in Norland")."""
    direct = [argument for argument in found if argument.via in PLACE_WORDS and _is_place(argument.head, types)]
    objects = [argument.head for argument in found if argument.via in {"object", "passive subject", *PLACE_WORDS}]
    nested = [
        Argument(head, prep.lower_)
        for thing in objects
        for prep in thing.children
        if prep.dep_ == "prep" and prep.lower_ in PLACE_WORDS
        for child in prep.children
        if child.dep_ == "pobj"
        for head in joined(child)
        if _is_place(head, types)
    ]
    unique = {argument.head.i: argument for argument in (*direct, *nested)}
    return [unique[index] for index in sorted(unique)]


def _is_place(head: Token, types: Types) -> bool:
    return head.ent_type_ in PLACES or head.lemma_.lower() in types.classes.get("place", frozenset())


def _link(site: Site) -> ClauseLink:
    if site.form == "noun":
        return "nominal"
    token = site.verb if site.verb is not None else site.token
    return LINKS.get(token.dep_, "root")
