"""Noun phrases as a clause names them: their edges, what is joined to them, whom a relative pronoun means."""

from collections.abc import Iterator

from spacy.tokens import Token

from graph.record import Span
from loaders.trees import Tree

NOUNISH = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
LEFT_OUT = frozenset(
    {"relcl", "appos", "conj", "cc", "punct", "acl", "preconj", "nsubj", "cop", "advcl", "mark", "aux", "case"}
)  # fmt: skip
KEPT_PREPOSITIONS = frozenset({"of", "with", "from", "for", "under"})
"""Prepositions that tell who is meant ("defectors with a military background"), not where or when."""
RELATIVE_WORDS = frozenset({"who", "which", "that", "whom"})


def edges(head: Token) -> tuple[int, int]:
    """First and last token of the phrase around a head, both included; relative clauses, asides and joins left out."""
    first = last = head.i
    for child in head.children:
        if child.dep_ in LEFT_OUT or (child.dep_ == "prep" and not _is_kept(child)):
            continue
        if child.i < head.i:
            first = min(first, child.left_edge.i)
        elif _touches(child, last):
            last = _right_edge(child)
    return first, last


def _is_kept(preposition: Token) -> bool:
    has_noun = any(child.dep_ == "pobj" for child in preposition.children)
    return preposition.lower_ in KEPT_PREPOSITIONS and has_noun


def _touches(child: Token, last: int) -> bool:
    between = child.doc[last + 1 : child.left_edge.i]
    return all(token.is_space or token.text == "-" for token in between)


def _right_edge(child: Token) -> int:
    """Last token of what hangs after the head, cut before the first relative pronoun, comma or aside."""
    if child.dep_ == "prep":
        return edges(next(token for token in child.children if token.dep_ == "pobj"))[1]
    return int(child.right_edge.i)


def span_of(tree: Tree, head: Token) -> Span:
    """Where the phrase of a head stands in the document."""
    first, last = edges(head)
    return tree.span(head.doc[first : last + 1])


def joined(head: Token) -> Iterator[Token]:
    """A head, the nouns joined to it by "and", "or" or commas, and those that "including" names, in order."""
    if not is_hyphened(head):
        yield head
    for child in head.children:
        if child.dep_ == "conj" and child.pos_ in NOUNISH:
            yield from joined(child)
        if child.dep_ == "prep" and child.lower_ == "including":
            yield from (token for object_ in child.children if object_.dep_ == "pobj" for token in joined(object_))


def is_hyphened(token: Token) -> bool:
    """A hyphen, or the first half of "co-founder", which spaCy takes for words of their own."""
    if token.is_punct:
        return True
    behind = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
    return behind is not None and behind.text == "-" and not token.whitespace_ and not behind.whitespace_


def is_relative_word(token: Token) -> bool:
    """Whether it is a relative pronoun, as opposed to the "that" of "said that" or of "that man"."""
    return token.lower_ in RELATIVE_WORDS and token.tag_ in {"WDT", "WP", "WP$"}


def relative_head(verb: Token) -> Token | None:
    """The noun that a relative clause speaks of, looked for above the verb and the verbs it is joined to."""
    while verb.dep_ == "conj":
        verb = verb.head
    return described(verb.head) if verb.dep_ == "relcl" else None


def described(noun: Token) -> Token:
    """Of "Ada Lind, an officer who fled" the name: what is told of an apposition is told of its noun."""
    return noun.head if noun.dep_ == "appos" and noun.head.pos_ == "PROPN" else noun


def resolved(token: Token, verb: Token) -> Token:
    """The noun a relative pronoun stands for; any other token itself."""
    head = relative_head(verb) if is_relative_word(token) else None
    if head is None:
        return token
    while (
        token.lower_ == "which" and head.ent_type_ == "PERSON" and head.dep_ == "pobj" and head.head.head.pos_ == "NOUN"
    ):
        head = head.head.head  # "a pact with Lind which bans mines": no person is a "which"
    return head


def named(head: Token) -> Token:
    """The name in "the president, Ada Lind": an apposed proper noun stands for the common noun before it.

    What stands in brackets explains the word before them ("the president of CEI (Central Energy Institute), Ada Lind").
    """
    if head.pos_ == "NOUN":
        for child in head.children:
            if child.dep_ == "appos" and child.pos_ == "PROPN" and child.i > head.i and not _in_brackets(child):
                return child
    return head


def _in_brackets(noun: Token) -> bool:
    before = noun.left_edge.nbor(-1) if noun.left_edge.i else None
    return before is not None and before.text in {"(", "["}
