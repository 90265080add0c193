"""Which clause a date belongs to: the nearest one above it in the tree that it can be about."""

from collections.abc import Iterator, Mapping

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from graph.when import When
from loaders.grammar import is_infinitive
from loaders.tense import tense

INSIDE_A_NAME = frozenset({"compound", "nummod", "amod", "nmod", "poss", "appos"})
"""A date that hangs on a noun in these ways belongs to that noun alone: "the June pact", "last year's talks"."""

OF_A_NOUN = frozenset({"of", "from"})

OCCASION = frozenset({"at", "during", "throughout"})
"""Prepositions that set a happening at an occasion, whose date is then its own: "at the 2016 summit"."""

CAME_ABOUT = frozenset({"happen", "occur", "take"})
"""Verbs that tell nothing of a happening but that it was."""

BESIDE = frozenset({"since", "after", "before", "until", "following"})
"""Prepositions that set a happening beside another, not at its time."""

ONE_OF_A_KIND = frozenset({"first", "only", "last", "worst", "best"})
"""Words that make one of its kind out of what is told, beside superlatives."""

UNTIL_HERE = frozenset({"since", "after", "before", "until"})
"""Words that tie "four months …" to the clause behind them."""

COUNTED = frozenset({"a", "an", "several", "few", "many", "some"})
"""Words that count units where no number does."""

HANDED_ON = ("dobj", "obj", "nsubjpass", "attr", "acomp", "xcomp", "ccomp", "prep", "nsubj")
"""Where a verb that is no happening itself hands its date, best first: "held talks", "caused it to fall"."""


def owners(words: Tokens, clauses: Mapping[int, int]) -> tuple[int, ...]:
    """The clauses that a date is about; none for "a five-year plan". Two where a verb and its noun share it."""
    for find in (_named_by_it, _said_then, _clause_behind, _ended, _of_the_subject, _opened_sentence):
        clause = find(words, clauses)
        if clause is not None:
            return (clause,)
    return tuple(dict.fromkeys(_climb(words.root, clauses)))


def dated_by(words: Tokens, when: When, clauses: Mapping[int, int]) -> tuple[int, ...]:
    """The clauses that a date is about: those of `owners`, but for what its days and its place in a phrase tell."""
    noun = _noun_around(words)
    if noun is not None:
        return (clauses[noun.i],) if noun.i in clauses else ()
    return _still_ahead(words, when, clauses) or owners(words, clauses)


def _noun_around(words: Tokens) -> Token | None:
    """In "it follows Norland's claim on Monday that it had won" the claim, which the date stands inside."""
    link = link_of(words)
    before = link.nbor(-1) if link.i else None
    behind = words.doc[words.end] if words.end < len(words.doc) else None
    if before is None or behind is None or before.pos_ != "NOUN" or behind.lower_ != "that":
        return None
    return before if behind.head.dep_ == "acl" and behind.head.head == before else None


def _still_ahead(words: Tokens, when: When, clauses: Mapping[int, int]) -> tuple[int, ...]:
    """In "a quarrel arose over the protest by the miners tomorrow" the protest is tomorrow: the quarrel is past."""
    anchor = when.anchor if when.basis == "relative to publication" else None
    verb = link_of(words).head
    if anchor is None or when.first is None or when.first <= anchor.last or tense(verb) != "past":
        return ()
    nouns = [token for token in words.doc[verb.i + 1 : words.start] if token.pos_ == "NOUN" and token.i in clauses]
    outer = [noun for noun in nouns if not any(other.is_ancestor(noun) for other in nouns)]
    return (clauses[outer[-1].i],) if outer else ()


def link_of(words: Tokens) -> Token:
    """The preposition that a date hangs on, which may be among its own words; else its head."""
    return words.root.head if words.root.dep_ == "pobj" else words.root


def _climb(word: Token, clauses: Mapping[int, int]) -> Iterator[int]:
    child, head = word, word.head
    if child.i in clauses:
        yield clauses[child.i]
        return
    while child != head and not _is_of_something_else(word, child, head):
        if head.i in clauses and not _is_of_no_day(head):
            yield clauses[head.i]
            if not _is_said_of_the_verb(child, head) and not _is_said_of_a_noun(head):
                return
        elif head.pos_ in {"NOUN", "PROPN", "ADJ"} and _belongs_to_noun(child) and not _is_occasion(head):
            yield from _comes_about(head, clauses) if child.dep_ == "poss" else ()
            return
        elif head.pos_ in {"VERB", "AUX"}:
            yield from handed_on(head, clauses)
            return
        child, head = head, head.head


def _is_of_no_day(noun: Token) -> bool:
    """Whether a noun means whatever may be: "protested against any such deliveries last week" dates the protest."""
    return any(child.dep_ == "det" and child.lower_ in {"any", "no"} for child in noun.children)


def _is_of_something_else(word: Token, child: Token, head: Token) -> bool:
    """Whether a date is only of what stands between: "a nation now at war", "changed since its founding in 1949"."""
    state = child == word and child.dep_ == "advmod" and head.dep_ == "prep" and head.head.pos_ in {"NOUN", "PROPN"}
    return (
        state or (child != word and child.dep_ == "pobj" and head.lower_ in BESIDE) or _is_of_what_is_said(child, head)
    )


def _is_of_what_is_said(link: Token, verb: Token) -> bool:
    """In "maintained that he had been ill since May" the date is not of the saying, whatever the parser makes of it."""
    content = (child for child in verb.children if child.dep_ == "ccomp" and child.i < link.i)
    lasting = any(tense(child) in {"perfect", "past perfect"} for child in content)
    return link.lower_ == "since" and lasting and tense(verb) == "past"


def is_compared(link: Token) -> bool:
    """Whether "since" only says how far a comparison reaches: "the worst storm since 1990", "the first time since"."""
    head = link.head
    noun = next((child for child in head.children if child.dep_ == "attr"), head) if head.lemma_ == "be" else head
    words = (noun, *noun.children) if link.lower_ == "since" and noun.pos_ in {"NOUN", "PROPN", "ADJ"} else ()
    return any(word.tag_ in {"JJS", "RBS"} or word.lower_ in ONE_OF_A_KIND for word in words)


def _named_by_it(words: Tokens, clauses: Mapping[int, int]) -> int | None:
    """In "the 7 May 2020, bombing" the date names the happening behind it, whatever the parser makes of the commas."""
    doc, behind = words.doc, words.end
    if behind < len(doc) and doc[behind].lower_ == "," and words[-1].like_num:
        behind += 1
    if not words.start or doc[words.start - 1].pos_ != "DET" or behind >= words.sent.end:
        return None
    noun = next((word for word in doc[behind : behind + 3] if word.i in clauses), None)
    plain = noun is not None and all(word.pos_ in {"ADJ", "NOUN", "PROPN"} for word in doc[behind : noun.i + 1])
    return clauses[noun.i] if noun is not None and plain else None


def _said_then(words: Tokens, clauses: Mapping[int, int]) -> int | None:
    """In "said on Thursday he would leave" the day is that of the saying, whatever the parser makes of it."""
    link, after = link_of(words), words.end
    verb, first = link.head.head, min(link.i, words.start)
    if link.head.dep_ != "ccomp" or first != verb.i + 1 or after >= words.sent.end or verb.i not in clauses:
        return None
    subject = next((child for child in link.head.children if child.dep_ in {"nsubj", "nsubjpass"}), None)
    return clauses[verb.i] if subject is not None and subject.left_edge.i == after else None


def _of_the_subject(words: Tokens, clauses: Mapping[int, int]) -> int | None:
    """In "the minister, who lived there from 1968, …, until 1989, said" both years are of the life."""
    link = link_of(words)
    verb = link.head if link.head.pos_ in {"VERB", "AUX"} else link.head.head
    if verb.i < words.end or link.head.dep_ == "relcl":
        return None
    subject = next((child for child in verb.children if child.dep_ in {"nsubj", "nsubjpass"}), None)
    if subject is None or not subject.i < words.start:
        return None
    inner = [word for word in subject.subtree if word.dep_ == "relcl" and word.i < words.start and word.i in clauses]
    return clauses[inner[0].i] if inner else None


def _ended(words: Tokens, clauses: Mapping[int, int]) -> int | None:
    """In "was not allowed to leave until May" it was the ban that ended, not the leaving."""
    link = words.root if words.root.lower_ == "until" else words.root.head
    aim = is_infinitive(link.head)
    return clauses.get(link.head.head.i) if link.lower_ == "until" and aim else None


def _belongs_to_noun(child: Token) -> bool:
    return child.dep_ in INSIDE_A_NAME or (child.dep_ == "prep" and child.lower_ in OF_A_NOUN)


def _comes_about(noun: Token, clauses: Mapping[int, int]) -> Iterator[int]:
    """The verbs that say no more of "next year's fair" than that it will be, or is planned."""
    verb = noun.head if noun.dep_ in {"nsubj", "nsubjpass"} else None
    chain = [verb, *(child for child in verb.children if child.dep_ == "xcomp")] if verb is not None else []
    if any(word.lemma_ in CAME_ABOUT or (word.lemma_ == "hold" and word.tag_ == "VBN") for word in chain):
        yield from (clauses[word.i] for word in chain if word.i in clauses)


def _is_occasion(noun: Token) -> bool:
    return noun.dep_ == "pobj" and noun.head.lower_ in OCCASION


def _is_said_of_the_verb(child: Token, noun: Token) -> bool:
    """Whether a bare date behind a subject is also the verb's: "a storm on Friday felled a crane"."""
    return noun.dep_ in {"nsubj", "nsubjpass"} and noun.pos_ == "NOUN" and child.dep_ in {"npadvmod", "tmod", "prep"}


def _is_said_of_a_noun(verb: Token) -> bool:
    """Whether a verb only says that its noun came about: "the crash, which occurred on Friday"."""
    return verb.dep_ == "relcl" and verb.lemma_ in CAME_ABOUT


def handed_on(verb: Token, clauses: Mapping[int, int]) -> Iterator[int]:
    """The happening that an empty verb introduces, or the verb of the first conjunct."""
    children = sorted(verb.children, key=lambda word: (_place(word.dep_), word.i))
    for child in children:
        for word in (child, *(noun for noun in child.children if child.dep_ == "prep" and noun.dep_ == "pobj")):
            if _place(child.dep_) < len(HANDED_ON) and word.i in clauses:
                yield clauses[word.i]
                return
    if verb.dep_ in {"xcomp", "conj"} and verb.head.i in clauses:
        yield clauses[verb.head.i]


def _place(dependency: str) -> int:
    return HANDED_ON.index(dependency) if dependency in HANDED_ON else len(HANDED_ON)


def _opened_sentence(words: Tokens, clauses: Mapping[int, int]) -> int | None:
    """A date before the subject of a sentence dates its main clause, whatever the parser hangs it on."""
    root = words.sent.root
    if words.start > root.i:
        return None
    before = [word for word in words.sent[: words.start - words.sent.start] if not word.is_punct and not word.is_space]
    subject = next((child for child in root.children if child.dep_ in {"nsubj", "nsubjpass", "expl", "csubj"}), None)
    if subject is None or not words.start < subject.left_edge.i < root.i:
        return None
    if any(child.dep_ == "ccomp" and child.i < subject.i for child in root.children):
        return None  # "Last week they asked for help, the army has said": the week is not of the saying
    light = all(word.pos_ in {"ADP", "DET", "ADV", "SCONJ"} or word.dep_ == "advmod" for word in before)
    if not light:
        return None
    return clauses[root.i] if root.i in clauses else next(handed_on(root, clauses), None)


def _is_length(words: Tokens) -> bool:
    """Whether the words are a number and a unit: "four months after", not "October 3 after"."""
    return words.root.tag_ in {"NN", "NNS"} and any(word.pos_ == "NUM" or word.lower_ in COUNTED for word in words)


def _clause_behind(words: Tokens, clauses: Mapping[int, int]) -> int | None:
    """In "four months since the talks began" the date is that of the clause behind the words."""
    last = words[-1]
    following = last if last.lower_ in UNTIL_HERE else None
    if following is None and words.end < len(words.doc) and words.doc[words.end].lower_ in UNTIL_HERE - {"until"}:
        following = words.doc[words.end]
    if following is None or following.i + 1 >= words.sent.end or not (following == last or _is_length(words)):
        return None
    if following.dep_ == "mark" and following.head.i in clauses:
        return clauses[following.head.i]
    inside = [clauses[word.i] for word in following.subtree if word.i in clauses and word.i > following.i]
    return inside[0] if inside and last.lower_ in UNTIL_HERE else None
