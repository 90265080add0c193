"""The rules by which a clause without a date of its own inherits one.

Each looks at one clause; the first that answers dates it. Their docstrings are shown under "How do we know?".
"""

import re
from collections.abc import Callable

from spacy.tokens import Token

from graph.model import Modality
from graph.when import When
from loaders.dating.again import refers_back, told_again_in_title
from loaders.dating.bounds import around
from loaders.dating.counted import counted_back, counted_from_it
from loaders.dating.inherit import date_of, inherited
from loaders.dating.messages import said_in_it
from loaders.dating.order import before_or_after, fronted, seen_from_there
from loaders.dating.outlets import told_to_an_outlet
from loaders.dating.passage import same_scene, same_voice
from loaders.dating.pictures import shown_on
from loaders.dating.scene import Scene
from loaders.grammar import FINITE, is_infinitive
from loaders.lexicon import word_class
from loaders.tense import tense

SIGNATURE = re.compile(r"\(@\w{1,30}\)\s+(?=\w+ \d)")
"""How an embedded post names its author before its date."""

WITH_ITS_VERB = frozenset({"conj", "xcomp", "advcl"})
"""Clauses that share the time of the verb they hang on: "came and said", "summoned him to demand", "killing ten"."""

AT = frozenset({"at", "during", "in", "throughout"})
"""Prepositions of what happens at an occasion."""


BY_DOING = frozenset({"by", "in", "as"})
"""Prepositions that tell how something was done: "retaliated by firing"."""

SPOKEN_TO = frozenset({"REQUEST", "ACCUSE", "REJECT", "THREATEN", "CONSULT"})
"""Acts done in the act they are the purpose of: an envoy is summoned to demand something, and it is demanded then."""

NOT_WITH_IT = frozenset({"after", "before", "since", "until", "if", "unless", "because", "although", "though"})
"""Words that set an adverbial clause at another time, or leave it open."""


Rule = Callable[[Scene, int], When | None]


def known_event(scene: Scene, index: int) -> When | None:
    """The sentence sets it at, before or after a happening whose days anybody can look up: "during the Korean War"."""
    return scene.known.get(index)


def shared_with_its_verb(scene: Scene, index: int) -> When | None:
    """Verbs joined by "and", what is done in doing something, and what is made to happen share one date."""
    token = scene.token(index)
    means = token.dep_ == "pcomp" and token.head.lower_ in BY_DOING
    caused = token.dep_ == "ccomp" and token.tag_ == "VB" and index not in scene.reported
    if not (token.dep_ in WITH_ITS_VERB or means or caused) or _at_another_time(token):
        return None
    when = date_of(scene, scene.clauses[index].tree, token.head.head if means else token.head)
    if when is None or _tenses_differ(token):
        return None
    if _lies_before(token):
        return inherited(when, first=None) if when.last else None
    if not _comes_after(token, scene.moods[index].modality) or scene.clauses[index].type in SPOKEN_TO:
        return when
    return inherited(when, last=None) if when.first else None


def _lies_before(token: Token) -> bool:
    """Whether it had happened by then: "dubbed the Fox, he left", "was charged after opening fire, killing one"."""
    if token.dep_ != "advcl":
        return False
    verb = token.head
    fronted = token.tag_ == "VBN" and token.i < verb.i and not any(child.dep_ == "aux" for child in token.children)
    before = [word for word in verb.children if word.lower_ == "after" and verb.i < word.i < token.i]
    aside = any(child.dep_ == "pcomp" for word in before for child in word.children)
    return (fronted and token.lemma_ not in word_class("asked")) or (token.tag_ == "VBG" and aside)


def _comes_after(token: Token, modality: Modality) -> bool:
    """Whether it is only wished or planned in doing what its verb tells: "came to build", not "to meet, choosing"."""
    return modality in {"planned", "hypothetical"} and (is_infinitive(token) or token.dep_ in {"xcomp", "ccomp"})


def _at_another_time(token: Token) -> bool:
    """Whether a word such as "after" or "if" parts an adverbial clause from the time of its verb."""
    marks = (child for child in token.children if child.dep_ in {"mark", "advmod"})
    return fronted(token) is not None or any(child.lower_ in NOT_WITH_IT for child in marks)


def at_an_occasion(scene: Scene, index: int) -> When | None:
    """What happens at a dated occasion, in a dated war or where a dated visit led, happens on its date."""
    token, tree = scene.token(index), scene.clauses[index].tree
    if token.dep_ == "relcl" and _there(token):
        when = next((when for word in token.ancestors if (when := date_of(scene, tree, word))), None)
        return when if when is not None and _told_of_then(scene, index, when) else None
    for child in token.children:
        if child.dep_ == "prep" and child.lower_ in AT:
            for noun in child.children:
                when = date_of(scene, tree, noun) if noun.dep_ == "pobj" else None
                if when is not None and not _is_ground(scene, index, noun):
                    return when
    return None


def _is_ground(scene: Scene, index: int, noun: Token) -> bool:
    """Whether a treaty is what something rests on, not where it happened: "ties rooted in a pact of 2019"."""
    clause = scene.clause_at(scene.clauses[index].tree, noun)
    kind = scene.clauses[clause].type if clause is not None else None
    return scene.token(index).dep_ == "acl" and kind in {"AGREE", "SUPPORT"}


def _there(token: Token) -> bool:
    """Whether a relative clause tells what happened at what it describes: "where", "when", "in which"."""
    which = (c for child in token.children if child.dep_ == "prep" and child.lower_ in AT for c in child.children)
    adverb = any(child.lower_ in {"where", "when", "whereupon"} for child in token.children)
    return adverb or any(word.lower_ == "which" for word in which)


def _told_of_then(scene: Scene, index: int, when: When) -> bool:
    """Whether a clause may be of the time of what it describes: not "the plant where she had worked", "will stay"."""
    day = scene.published.last if scene.published else None
    over = day is not None and when.last is not None and when.last <= day
    form = tense(scene.token(index))
    return form not in {"perfect", "past perfect"} and not (over and form in {"future", "possible"})


def beside_it(scene: Scene, index: int) -> When | None:
    """What a clause adds behind a comma and "with" belongs to it: "was held on Sunday, with a turnout of 58 %"."""
    token = scene.token(index)
    link = token.head
    if token.dep_ not in {"pobj", "pcomp"} or link.lower_ != "with" or not link.i or link.nbor(-1).text != ",":
        return None
    return date_of(scene, scene.clauses[index].tree, link.head)


def done_by_it(scene: Scene, index: int) -> When | None:
    """What a dated happening did, it did then: "the bombing of 21 December that killed 259"."""
    token, tree = scene.token(index), scene.clauses[index].tree
    subject = next((child for child in token.children if child.dep_ == "nsubj"), None)
    if token.dep_ != "relcl" or subject is None or subject.lower_ not in {"that", "which"} or tense(token) != "past":
        return None
    noun = token.head
    behind = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else noun
    return next((when for word in (noun, behind) if (when := _own_of(scene, tree, word))), None)


def with_its_words(scene: Scene, index: int) -> When | None:
    """A dated verb and the noun that names the same happening share the date: "the talks ended", "a pact signed"."""
    token, tree = scene.token(index), scene.clauses[index].tree
    if scene.clauses[index].form == "noun":
        signed = [child for child in token.children if child.dep_ == "acl" and child.tag_ == "VBN"]
        return next((when for verb in signed if (when := date_of(scene, tree, verb))), None) or _of_verb(scene, index)
    if scene.voices[index].about or tense(token) != "past":
        return None
    objects = (child for child in token.children if child.dep_ in {"dobj", "obj", "nsubjpass"})
    return next((when for noun in objects if (when := _own_of(scene, tree, noun))), None)


def _own_of(scene: Scene, tree: int, noun: Token) -> When | None:
    """The date of a noun that is dated where it stands: to answer "the demand" of Monday is no act of Monday."""
    clause = scene.clause_at(tree, noun)
    when = scene.found.get(clause) if clause is not None else None
    return inherited(when) if when is not None and not when.bounded and when.basis != "inherited" else None


def _of_verb(scene: Scene, index: int) -> When | None:
    """A happening that is the subject of a dated verb, or the object of one that names no other kind of happening."""
    token, tree = scene.token(index), scene.clauses[index].tree
    other = scene.clause_at(tree, token.head) if token.dep_ in {"nsubj", "nsubjpass", "dobj", "obj"} else None
    if other is None or scene.voices[other].about or tense(token.head) != "past":
        return None
    kind = scene.clauses[other].type
    return date_of(scene, tree, token.head) if "subj" in token.dep_ or kind is None else None


def told_on(scene: Scene, index: int) -> When | None:
    """What somebody says on a day happened by that day, goes on that day, or is planned from that day on.

    News of a whole month or year is news of what happened in it: "this month the army announced the capture of a town".
    """
    saying = _saying(scene, index)
    when = scene.found.get(saying) if saying is not None else None
    if when is None or when.bounded or when.last is None:
        return None
    if scene.clauses[index].form == "noun" and when.grain in {"month", "season", "year"} and when.is_closed:
        return inherited(when)
    day = scene.published.last if scene.published else None
    last = min(when.last, day) if day else when.last
    ahead = scene.moods[index].modality in {"planned", "hypothetical"}
    if (when.first is None and ahead) or (when.first and when.first > last):
        return None
    first, last_day = around(scene, index, when.first or last, last)
    if first is None and last_day is None:
        return None
    return inherited(when, first=first, last=last_day)


def _saying(scene: Scene, index: int) -> int | None:
    """The clause that reports this one, or the one that this one stands in: "said there were men who had left"."""
    if index in scene.reported:
        return scene.reported[index]
    clause = scene.clauses[index]
    inner = (scene.at[clause.tree].get(word.i) for word in scene.token(index).ancestors)
    around = next((other for other in inner if other is not None and other in scene.reported), None)
    return scene.reported[around] if around is not None and same_voice(scene, index, around) else None


def posted_on(scene: Scene, index: int) -> When | None:
    """What a post tells without a date is bounded by the day in the post's signature."""
    clause = scene.clauses[index]
    tree = scene.trees[clause.tree]
    signature = SIGNATURE.search(tree.text) if clause.block == "embed" else None
    if signature is None:
        return None
    start = tree.block.span.start + signature.end()
    when = next((t.when for t in scene.times if t.when and t.when.is_closed and t.mention.span.start == start), None)
    if when is None or when.first is None or when.last is None:
        return None
    first, last = around(scene, index, when.first, when.last)
    return None if first is None and last is None else inherited(when, first=first, last=last)


RULES: tuple[Rule, ...] = (
    known_event,
    shared_with_its_verb,
    at_an_occasion,
    with_its_words,
    done_by_it,
    beside_it,
    counted_from_it,
    counted_back,
    before_or_after,
    seen_from_there,
    shown_on,
    told_on,
    same_scene,
    told_to_an_outlet,
    said_in_it,
    refers_back,
    posted_on,
    told_again_in_title,
)
"""Tried in order for a clause without a date of its own."""


def _tenses_differ(token: Token) -> bool:
    """Whether joined verbs stand in different tenses: "has fallen and will be rebuilt", "issued" and "to order".

    An -ing form is never joined to a finite verb: where the parser does so it belongs to a verb further up.
    """
    own, other = tense(token), tense(token.head)
    joined = token.dep_ == "conj" and {"VB": {"VBN", "VBD"}, "VBG": FINITE}.get(token.tag_, set())
    return bool(joined and token.head.tag_ in joined) or ("none" not in {own, other} and own != other)
