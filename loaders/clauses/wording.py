"""Which words of a sentence tell a clause: subject, verb and what belongs to it, without what else the sentence tells.

A headline is made of them. "On Friday Norland, which borders Osk, sent 300 men to Sudria, where they dig" gives
"Norland", "sent", "300 men", "to Sudria".
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from spacy.tokens import Token

from graph.model import Wording
from graph.record import Span
from loaders.clauses.phrases import is_relative_word, named, relative_head
from loaders.clauses.subjects import subject_rule
from loaders.grammar import SUBJECTS, helpers, is_infinitive, is_passive, is_verb
from loaders.lexicon import saying
from loaders.records import Clause
from loaders.trees import Tree

MOST = 80
"""Words of a part that are looked at; no headline holds as many."""
ASIDES = frozenset({"relcl", "appos", "advcl", "acl", "prep"})
"""What tells something else where a comma sets it off."""
JOINED = frozenset({"conj", "cc", "preconj"})
BREAKS = frozenset({",", ";", ":", "(", ")", "–", "—", "-", "--", "…"})
"""Punctuation that sets an aside off."""
APART = frozenset({"according", "despite", "amid", "because", "like"})
"""Prepositions that tell who says so and on what ground, not what was done."""
CLAUSAL = frozenset({"after", "before", "since", "until", "while", "by", "besides", "without"})
"""Those that begin a clause of its own before a participle: "before leaving"."""
BELONGS = frozenset({
    "dobj", "dative", "prep", "agent", "attr", "acomp", "oprd", "ccomp", "xcomp", "advmod", "npadvmod", "pobj",
})  # fmt: skip
"""How what belongs to a verb hangs on it."""
ADJUNCTS = frozenset({"prep", "advmod", "npadvmod", "advcl", "agent"})
OBJECTS = frozenset({"dobj", "dative", "ccomp"})
CONDITIONS = frozenset({"if", "unless", "when", "once", "until"})
"""First words of an adverbial clause without which the main one says something else."""
FRONTED = frozenset({"prep", "advcl", "mark"})
"""What small parsers hang on a subject though it stands before it: "In Osk, the locks closed"."""
ADVERBIAL = frozenset({"WRB", "WP$"})
"""Relative words that are no object: "where", "whose"."""
SAYS_MORE = frozenset({"prep", "poss", "acl"})
"""What hangs on a noun that tells by itself who did what: "Norland's use of mines"."""


def wording(trees: Sequence[Tree], clause: Clause) -> Wording:
    """The words that tell what a trigger names: a verb with its subject and the rest; a noun's phrase or clause."""
    tree = trees[clause.tree]
    token = tree.doc[clause.token]
    if clause.verb is not None:
        return _of_a_verb(tree, tree.doc[clause.verb], _words(tree, clause) if clause.form == "verb" else ())
    phrase = tuple(_phrase(token))
    if any(child.dep_ in SAYS_MORE for child in token.children):
        return Wording(rest=_spans(tree, phrase))
    above = next((one for one in token.ancestors if is_verb(one)), None)
    if above is None:
        return Wording(rest=_spans(tree, token.sent))
    told_by = _of_a_verb(tree, above, ())
    words = sorted((*_all_of(told_by.subject), *told_by.verb, *told_by.rest), key=lambda span: span.start)
    told = any(span.holds(tree.span(token)) for span in words)
    return Wording(rest=tuple(words) if told else _spans(tree, phrase))


def _words(tree: Tree, clause: Clause) -> Iterable[Token]:
    """Those of a trigger: "re", "-" and "elected"; "held" and "back"."""
    first, base = tree.token_at(clause.trigger.start), tree.block.span.start
    behind = tree.doc[first.i :] if first is not None else ()
    return takewhile(lambda token: base + token.idx < clause.trigger.end, behind)


def _all_of(joint: Sequence[Span]) -> list[Span]:
    """From the first of joint subjects to the last one."""
    return [Span(start=min(one.start for one in joint), end=max(one.end for one in joint))] if joint else []


def _of_a_verb(tree: Tree, verb: Token, words: Iterable[Token]) -> Wording:
    found, rule = subject_rule(verb)
    heads = [named(token) for token, _ in found]
    if any(is_relative_word(head) for head in heads):
        return Wording(rest=_spans(tree, verb.sent))  # whom it means grammar has not told
    chain = [verb, *_governors(verb, rule)]
    subject = {head: set(_subject(head, chain)) for head in heads}
    group = {token for one in chain for token in _group(one, heads)}.union(words)
    told = group.union(*subject.values())
    rest = [(_spans(tree, set(_kept(head)) - told), head.dep_ in ADJUNCTS) for head in _rest(verb)]
    before = [span for noun in _antecedents(verb) for span in _spans(tree, set(_subject(noun, chain)) - told)]
    return Wording(
        subject=tuple(_outer([_around(tree, head, words) for head, words in subject.items()])),
        verb=_spans(tree, group),
        rest=(*before, *(span for part, _ in rest for span in part)),
        adjuncts=tuple(span for part, spare in rest if spare for span in part),
        said=tuple(span for part in _said(verb) for span in _spans(tree, set(part) - told)),
    )


def _around(tree: Tree, head: Token, words: Iterable[Token]) -> Span:
    """The run of words that a head stands in."""
    return next((span for span in _spans(tree, words) if span.holds(tree.span(head))), tree.span(head))


def _outer(spans: Sequence[Span]) -> Iterator[Span]:
    """Those that stand inside no other: of "states including Norland" Norland does."""
    return (one for one in spans if not any(other != one and other.holds(one) for other in spans))


def _governors(verb: Token, rule: str) -> Iterator[Token]:
    """In "has attempted to flee" and "is due to leave" the words above the verb whose subject is its own."""
    while rule == "controlled" and verb.dep_ in {"xcomp", "acomp"} and not _has_object(verb.head):
        verb = verb.head
        yield verb
        rule = subject_rule(verb)[1] if is_verb(verb) else rule


def _has_object(verb: Token) -> bool:
    return any(child.dep_ in OBJECTS for child in verb.children)


def _group(verb: Token, subjects: Sequence[Token]) -> Iterator[Token]:
    """A verb with its helpers, its "not", its particle, the adverbs among them, and what "or" joins right to it."""
    yield verb
    yield from helpers(verb)
    before = max((head.i for head in subjects if head.i < verb.i), default=verb.left_edge.i)
    for child in verb.children:
        among = child.dep_ == "advmod" and before < child.i < verb.i
        if child.dep_ in {"neg", "prt", "expl"} or among:
            yield from child.subtree
    first, last = (verb.head if _is_twin(verb) else verb), (_twin(verb) or verb)
    yield from (child for child in first.children if child.dep_ == "preconj")
    yield from verb.doc[first.i : last.i + 1]


def _twin(verb: Token) -> Token | None:
    """The "wounded" of "killed or wounded"."""
    return next((child for child in verb.children if _is_twin(child)), None)


def _is_twin(verb: Token) -> bool:
    """Whether one word alone joins it to a verb before it."""
    return verb.dep_ == "conj" and is_verb(verb) and is_verb(verb.head) and verb.head.i == verb.i - 2


def _subject(head: Token, chain: Iterable[Token]) -> Iterator[Token]:
    """The words of a subject, without verbs that tell of it from inside ("soldiers sent abroad")."""
    inside = [(verb.left_edge.i, verb.right_edge.i) for verb in chain if head.is_ancestor(verb)]
    return (token for token in _phrase(head) if not any(first <= token.i <= last for first, last in inside))


def _phrase(head: Token) -> Iterator[Token]:
    """A noun with what hangs on it, without asides and what is joined to it."""
    ahead = [child.right_edge.i + 1 for child in head.lefts if child.dep_ in FRONTED]
    yield from head.doc[max(head.i - MOST, *ahead, head.left_edge.i) : head.i + 1]
    for child in head.rights:
        if child.dep_ not in JOINED | {"punct", "parataxis", "case"} and not _is_set_off(child):
            yield from _kept(child)


def _kept(head: Token) -> Iterator[Token]:
    """A word with what hangs on it but asides, in order of the text where that is not more than a headline holds."""
    waiting = [head]
    for _ in range(MOST):
        if not waiting:
            return
        token = waiting.pop()
        yield token
        below = (child for child in token.children if child.dep_ != "parataxis")
        waiting += [child for child in below if not (child.dep_ in ASIDES and _is_set_off(child))][::-1]


def _is_set_off(word: Token) -> bool:
    """Whether a comma, a dash or a bracket stands before what hangs on a word."""
    first = word.left_edge
    before = first.nbor(-1) if first.i > first.sent.start else None
    return before is not None and word.i > word.head.i and before.text in BREAKS


def _rest(verb: Token) -> list[Token]:
    """Heads of what belongs to a verb, in order of the text; else of the clause that goes with it."""
    bearer = _twin(verb) or verb
    clauses = (child for child in bearer.rights if child.dep_ == "advcl" and not _is_set_off(child))
    return [child for child in bearer.rights if _belongs(child) and not _is_said(child)] or list(clauses)[:1]


def _said(verb: Token) -> Iterator[list[Token]]:
    """What is said, before who says it ("Norland has moved, the agency said") or in quotation marks behind."""
    if verb.lemma_.lower() not in saying():
        return
    clauses = [child for child in verb.children if child.dep_ == "ccomp"]
    yield from (list(_kept(child)) for child in clauses if child.i < verb.i or _is_quoted(child))
    if verb.dep_ == "parataxis" and verb.head.i < verb.i and not clauses:
        yield list(_kept(verb.head))


def _is_said(clause: Token) -> bool:
    """Whether it is what a verb of saying has in quotation marks."""
    return clause.dep_ == "ccomp" and clause.head.lemma_.lower() in saying() and _is_quoted(clause)


def _is_quoted(clause: Token) -> bool:
    first = clause.left_edge
    return first.is_quote or (first.i > 0 and first.nbor(-1).is_quote)


def _antecedents(verb: Token) -> list[Token]:
    """The object of "the treaty that both signed", which stands before its verb."""
    noun = relative_head(verb)
    own = [child for child in verb.children if child.dep_ in {"dobj", *SUBJECTS}]
    asks = any(child.tag_ in ADVERBIAL or (child.dep_ == "prep" and child.i < verb.i) for child in verb.children)
    if noun is None or asks or is_passive(verb) or not any(child.dep_ in SUBJECTS for child in own):
        return []
    given = [child for child in own if is_relative_word(child) == (child.dep_ in SUBJECTS)]
    return [] if given else [noun]


def _belongs(child: Token) -> bool:
    if is_relative_word(child):
        return False
    if child.dep_ == "advcl":
        purpose = is_infinitive(child) and not _is_set_off(child)
        return purpose or (not _is_set_off(child) and any(word.lower_ in CONDITIONS for word in child.lefts))
    if child.dep_ == "prep" and (child.lower_ in APART or any(low.dep_ == "pcomp" for low in child.children)):
        return child.lower_ not in APART | CLAUSAL
    return child.dep_ in BELONGS and (child.dep_ in OBJECTS or not _is_set_off(child))


def _spans(tree: Tree, tokens: Iterable[Token]) -> tuple[Span, ...]:
    """Runs of neighbouring tokens, in order of the text; white space and punctuation at their ends left out."""
    runs: list[list[Token]] = []
    for token in sorted(set(tokens), key=lambda token: token.i):
        if runs and runs[-1][-1].i + 1 == token.i:
            runs[-1].append(token)
        else:
            runs.append([token])
    return tuple(_span(tree, _closed(run)) for run in filter(None, map(_trimmed, runs)))


def _span(tree: Tree, run: Sequence[Token]) -> Span:
    """Where a run stands in the document. It runs forward, so nothing is checked: thousands are made a text."""
    base, last = tree.block.span.start, run[-1]
    return Span.model_construct(start=base + run[0].idx, end=base + last.idx + len(last))


def _closed(run: list[Token]) -> list[Token]:
    """With the quotation mark that closes what one inside has opened."""
    behind = run[-1].nbor() if run[-1].i + 1 < len(run[-1].doc) else None
    is_open = sum(token.is_quote for token in run) % 2 == 1
    return [*run, behind] if behind is not None and behind.is_quote and is_open else run


def _trimmed(run: list[Token]) -> list[Token]:
    while run and (run[0].is_space or run[0].text in BREAKS):
        run = run[1:]
    while run and (run[-1].is_space or run[-1].text in BREAKS or run[-1].text in {".", "!", "?"}):
        run = run[:-1]
    return run
