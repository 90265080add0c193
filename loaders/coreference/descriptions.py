"""Whom a description means: "the regime", "the South Korean president", "both countries", "its troops".

A rule gives the entities meant, or none; the first that gives some wins. Its name is stored with the mention.
"""

from collections.abc import Callable

from graph.model import ActorKind
from loaders.coreference.entities import Entity
from loaders.coreference.fitting import has_word, is_called_otherwise, one_country, one_name
from loaders.coreference.forces import its_forces, sent_forces, those_forces
from loaders.coreference.phrases import Phrase, kinds_of, title_of
from loaders.coreference.reading import Reading
from loaders.lexicon.phrases import fold

TOPICAL = 0.08
"""What each mention adds for a bare "the team", which is sooner the one that the text is about than the last one."""
FAR, NEAR = 30, 4
"""Sentences back that a description may look: by its own word, or by its kind alone."""
NAME_REACH = 8
"""Words within which a holder's name follows an office."""
PAIR_WORDS = frozenset({"both", "two"})
BODIES: frozenset[ActorKind] = frozenset({"state", "organisation", "media", "unit", "group"})
Meant = tuple[Entity, ...]
Rule = Callable[[Phrase, Reading], Meant]


def beside_a_name(phrase: Phrase, reading: Reading) -> Meant:
    """A description set beside a name by a comma means the one named."""
    head = phrase.head
    kinds = set(kinds_of(phrase, reading.lexicon)) - {"thing"}
    for child in head.rights if kinds else ():
        ahead = reading.heads.get(child.i, ()) if child.dep_ == "appos" else ()
        named = [reading.talk.named(mention, child) for mention in ahead if mention.kind in kinds]
        if named:
            return (named[0],)
    if head.dep_ == "appos" and head.head.i in reading.refs:
        known = reading.refs[head.head.i]
        return known if len(known) == 1 and kinds & set(known[0].kinds) else ()
    return ()


def named_as(phrase: Phrase, reading: Reading) -> Meant:
    """Whoever is "identified as" or "named as" somebody is that one."""
    verb = phrase.head.head
    if phrase.head.dep_ not in {"dobj", "nsubjpass"} or verb.lemma_ not in {"identify", "name"}:
        return ()
    below = [noun for child in verb.rights if child.lower_ == "as" for noun in child.rights if noun.dep_ == "pobj"]
    named = [mention for noun in below for mention in reading.heads.get(noun.i, ()) if mention.kind == "person"]
    return (reading.talk.named(named[0], below[0]),) if len(named) == 1 else ()


def before_a_name(phrase: Phrase, reading: Reading) -> Meant:
    """An office whose holder's name follows: "the ambassador to the United States Ann Rivers"."""
    if title_of(phrase, reading.lexicon) is None:
        return ()
    doc = phrase.head.doc
    for at in range(phrase.head.i + 1, min(phrase.head.i + NAME_REACH, len(doc))):
        token = doc[at]
        if at in reading.persons:
            return (reading.talk.named(reading.persons[at], token),)
        if token.text == "," and at + 1 in reading.persons:
            continue
        if token.is_punct or token.pos_ in {"VERB", "AUX", "PRON", "CCONJ", "SCONJ"} or token.dep_ == "relcl":
            break
    return ()


def held_office(phrase: Phrase, reading: Reading) -> Meant:
    """An office with its state or organisation means whoever held it on the day of publication."""
    title = title_of(phrase, reading.lexicon)
    if not title or not reading.day or phrase.plural or _is_former(phrase, reading):
        return ()
    owner = reading.whose(phrase)
    if owner is None:
        return _known_holder(phrase, title, reading)
    keys = {owner.actor, reading.state(owner) if owner and owner.kind == "state" else None} if owner else set()
    titles = {title, *_destinations(phrase, title, reading)}
    holders = {
        office.actor
        for office in reading.lexicon.offices
        if office.of in keys and office.title in titles and office.held_on(reading.day)
    }
    if len(holders) != 1:
        return ()
    return (reading.entity(reading.lexicon.actors[holders.pop()], phrase.head),)


def _known_holder(phrase: Phrase, title: str, reading: Reading) -> Meant:
    """The holder of an office named without a country: one already talked about, or of a nation talked about."""
    words = [left for left in phrase.lefts if fold(left.text) not in title.split()]
    if not phrase.definite or phrase.modified or any(left.dep_ not in {"det", "predet"} for left in words):
        return ()
    titled = phrase.head.doc[phrase.head.i - 1].text[:1].isupper() and phrase.head.text[:1].isupper()
    nations = {entity.actor for entity in reading.talk.entities if entity.kind == "state"}
    known = {
        office.actor
        for office in reading.lexicon.offices
        if office.title == title
        and office.held_on(reading.day)
        and (office.actor in reading.talk.by_actor or (titled and office.of in nations))
    }
    if len(known) != 1:
        return ()
    return (reading.entity(reading.lexicon.actors[known.pop()], phrase.head),)


def _destinations(phrase: Phrase, title: str, reading: Reading) -> list[str]:
    """An ambassador with where to: "ambassador to the United Nations"."""
    to = [token for right in phrase.head.rights if right.lower_ == "to" for token in right.rights]
    known = [entity for token in to for entity in reading.refs.get(token.i, ())]
    ahead = [reading.actors[m.actor].name for token in to for m in reading.heads.get(token.i, ()) if m.actor]
    return [f"{title} to {name}" for name in (*(entity.name for entity in known), *(ahead))] + [
        f"{title} to the {name}" for name in ahead
    ]


def _is_former(phrase: Phrase, reading: Reading) -> bool:
    return any(left.lower_ in reading.lexicon.description_words["former"] for left in phrase.lefts)


def both_of_them(phrase: Phrase, reading: Reading) -> Meant:
    """What "both countries" means: the two of that kind named last, together if they were."""
    if not phrase.plural or not any(left.lower_ in PAIR_WORDS for left in phrase.lefts):
        return _those_countries(phrase, reading)
    if any(left.lower_ == "two" for left in phrase.lefts) and not phrase.definite:
        return ()
    kinds = set(kinds_of(phrase, reading.lexicon)) - {"thing"}

    def fits(entity: Entity) -> bool:
        known = bool({"state", "person"} & kinds & set(entity.kinds)) or has_word(entity, phrase.lemma)
        return known and bool(kinds & set(entity.kinds)) and entity.number == "singular"

    return reading.talk.pair(fits, NEAR)


def _those_countries(phrase: Phrase, reading: Reading) -> Meant:
    """The states last named together: "the countries"."""
    if not (phrase.plural and phrase.definite and phrase.bare) or phrase.modified:
        return ()
    if kinds_of(phrase, reading.lexicon)[0] != "state":
        return ()
    joint = reading.talk.latest(lambda e: bool(e.members) and all(m.kind == "state" for m in e.members), NEAR)
    return joint.members if joint else ()


def its_organ(phrase: Phrase, reading: Reading) -> Meant:
    """An organ with an owner is that of the owner's state; "the military" alone of the state talked about."""
    doc = phrase.head.doc
    names = (doc[at : phrase.head.i + 1].text for at in range(max(phrase.start, phrase.head.i - 2), phrase.head.i + 1))
    key = next((key for name in names if (key := reading.lexicon.organ_words.get(fold(name))) is not None), None)
    if key is None or (phrase.plural and key not in PLURAL_ORGANS):
        return ()
    stands_alone = reading.lexicon.institutions[key].kind == "media" or not (key or phrase.lefts or not phrase.plural)
    if not phrase.definite and not stands_alone:
        return ()
    owner = reading.whose(phrase)
    if owner is None and not stands_alone and (phrase.modified or not _is_bare(phrase, reading)):
        return ()
    if owner is None and phrase.head.dep_ == "conj" and phrase.head.head.i in reading.refs:
        owner = reading.refs[phrase.head.head.i][0]
    if key and owner is None:
        same = reading.talk.latest(lambda e: _is_organ(e, key, phrase.lemma), FAR)
        if same:
            return (same,)
    state = reading.state(owner) or reading.lexicon.state_of.get(reading.talk.nation() or "")
    return (reading.entity(reading.lexicon.organ(state, key), phrase.head),) if state else ()


def _is_bare(phrase: Phrase, reading: Reading) -> bool:
    """Whether nothing but an article stands before the words for an organ: "the spy agency"."""
    before = phrase.head.nbor(-1) if phrase.head.i else None
    if before is None or fold(f"{before.text} {phrase.head.text}") not in reading.lexicon.organ_words:
        return phrase.bare
    return all(left == before or left.dep_ in {"det", "predet"} for left in phrase.lefts)


def _is_organ(entity: Entity, key: str, lemma: str) -> bool:
    if (entity.actor or "").endswith(f".{key}"):
        return True
    return entity.number == "singular" and entity.kind in {"organisation", "unit"} and has_word(entity, lemma)


def its_country(phrase: Phrase, reading: Reading) -> Meant:
    """The country of somebody: "their country", "the dictator's nation"."""
    if phrase.lemma not in reading.lexicon.description_words["homeland"] or phrase.plural:
        return ()
    owner = reading.whose(phrase)
    state = reading.state(owner) if any(left.dep_ == "poss" for left in phrase.lefts) else None
    return (reading.entity(reading.lexicon.actors[state], phrase.head),) if state else ()


def name_with_its_kind(phrase: Phrase, reading: Reading) -> Meant:
    """A name before the noun that says what it is: "the Anchor newspaper"."""
    if phrase.lemma not in reading.lexicon.description_words["kind"] or phrase.plural:
        return ()
    bodies = [
        entity
        for left in phrase.lefts
        if left.dep_ in {"compound", "nmod", "appos"}
        for entity in reading.refs.get(left.i, ())
        if entity.kind in {"organisation", "media", "unit"}
    ]
    return (bodies[-1],) if bodies else ()


PLURAL_ORGANS = frozenset({"", "special_forces", "military", "intelligence", "security_service", "prosecutors"})


def same_word(phrase: Phrase, reading: Reading) -> Meant:
    """A definite description means the last one that was called by that word ("the ministry", "the defector")."""
    if not phrase.definite or (phrase.modified and not phrase.bare):
        return ()
    kinds = set(kinds_of(phrase, reading.lexicon))
    number = "plural" if phrase.plural else "singular"

    def fits(entity: Entity) -> bool:
        return (
            bool(kinds & set(entity.kinds))
            and entity.number == number
            and has_word(entity, phrase.lemma)
            and (entity.actor or entity.kind != "state")
            and one_country(phrase, entity, reading)
            and one_name(phrase, entity, reading)
        )

    often = TOPICAL if phrase.bare else 0.0
    known = reading.talk.latest(fits, FAR if "person" not in kinds else FAR // 2, often=often)
    return (known,) if known else ()


def same_kind(phrase: Phrase, reading: Reading) -> Meant:
    """A definite description of a body or a person means the last of that kind ("the country", "the man").

    Not so one that tells of a part in what happened, or of kin: "the driver" is nobody but who was called so.
    """
    if phrase.lemma in reading.lexicon.description_words["only if called so"]:
        return ()
    kinds = set(kinds_of(phrase, reading.lexicon)) - {"thing", "group"}
    if not kinds or not phrase.definite or phrase.plural or phrase.modified or reading.whose(phrase):
        return ()
    if "person" in kinds and (
        not phrase.bare or (phrase.head.pos_ == "PROPN" and not title_of(phrase, reading.lexicon))
    ):
        return ()
    gender = reading.lexicon.gendered.get(phrase.lemma)

    def fits(entity: Entity) -> bool:
        return (
            entity.kind in kinds
            and entity.number == "singular"
            and not (gender and entity.gender and entity.gender != gender)
            and one_country(phrase, entity, reading)
            and one_name(phrase, entity, reading)
            and not is_called_otherwise(phrase, entity, reading)
        )

    known = reading.talk.latest(fits, NEAR)
    return (known,) if known else ()


def all_of_them(phrase: Phrase, reading: Reading) -> Meant:
    """A bare word for many means the group talked about last: "the men"."""
    bare = phrase.definite and phrase.bare and not phrase.modified
    many = phrase.plural or phrase.lemma == "group"
    if not (bare and many and phrase.lemma in reading.lexicon.description_words["all of them"]):
        return ()
    known = reading.talk.latest(lambda entity: entity.kind == "group" and not entity.members, NEAR)
    return (known,) if known else ()


RULES: tuple[Rule, ...] = (
    beside_a_name,
    named_as,
    before_a_name,
    both_of_them,
    held_office,
    its_forces,
    sent_forces,
    those_forces,
    its_organ,
    its_country,
    name_with_its_kind,
    same_word,
    all_of_them,
    same_kind,
)
"""Tried in order; the first that finds somebody wins."""
