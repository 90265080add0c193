"""The rules by which a clause finds its speakers. Their docstrings are shown under "How do we know?"."""

from collections.abc import Callable
from dataclasses import dataclass, field

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from graph.model import Speaker
from graph.record import Span
from loaders.lexicon import words_for
from loaders.mentions import Mentions
from loaders.said_by.cues import Cue, cue_at, cues_above, how_it_speaks, interrupting, speech_words
from loaders.said_by.headlines import headline_speaker
from loaders.said_by.people import joined
from loaders.said_by.speakers import speakers, unnamed
from loaders.trees import Tree

Link = tuple[Speaker, ...]
"""Joint speakers of one place in the chain."""


FIRST_PERSON = frozenset({"i", "we"})
"""Inside a quotation these are whoever is quoted, who stands in the chain anyway."""


THIRD_PERSON = frozenset({"he", "she", "his", "her"})


@dataclass
class Setting:
    """What the rules know of the block they are in, and who spoke last."""

    tree: Tree
    mentions: Mentions
    quotes: tuple[Span, ...] = ()
    credits: tuple[Link, ...] = ()
    spoken: dict[int, tuple[Link, ...]] = field(default_factory=dict)
    """Start of a sentence → the chain that its main clause is said by."""
    sources: dict[int, list[tuple[Token, tuple[Token, ...]]]] = field(default_factory=dict)
    """Start of a sentence → its words such as "according", each with the sources behind it."""
    before: tuple[Link, ...] = ()
    """The chain that the block before ended with, where it announces this one with a colon."""
    above: tuple[Link, ...] = ()
    """The chain that the last sentence of the paragraph before left."""

    def quoted(self, token: Token) -> Span | None:
        """The quotation this word stands in."""
        offset = self.tree.span(token)
        return next((quote for quote in self.quotes if quote.holds(offset)), None)

    def links(self, cue: Cue, token: Token) -> list[Link]:
        """The links of the chain that a word of saying gives to a word that hangs on it."""
        quoted = self.quoted(token) is not None and self.quoted(cue.token) is None
        if cue.speakers and all(speaker.lower_ in FIRST_PERSON for speaker in cue.speakers):
            return []
        if not cue.speakers:
            return [unnamed(self.tree, cue.token)] if is_hearsay(cue) else []
        told = tuple(head for head in cue.told if self._is_outlet(head))
        heads = [heads for heads in (cue.speakers, cue.via or told) if heads]
        links = [
            speakers(self.tree, link, self.mentions, position=0, cue=cue.token.text, quoted=quoted) for link in heads
        ]
        # Who was told passes it on only if they have a name: "told reporters" names no second source.
        return [link for place, link in enumerate(links) if place == 0 or all(one.named for one in link)]

    def _is_outlet(self, told: Token) -> bool:
        """Whether who is told may pass it on: a paper does, a president or a state does not."""
        return all(mention.kind in {"media", "organisation"} for mention in self.mentions.at(self.tree.span(told)))


Rule = Callable[[Setting, Token], list[Link]]


def content_of_saying(setting: Setting, token: Token) -> list[Link]:
    """What hangs on a word of saying is said by whoever says it; sayings inside sayings make a chain."""
    cues = [*cues_above(token), *interrupting(token)]
    return [link for cue in cues for link in setting.links(cue, token)]


def inside_quotation(setting: Setting, token: Token) -> list[Link]:
    """Words in quotation marks are said by whoever the nearest tag names: in the sentence, before it, or after it."""
    quote = setting.quoted(token)
    if quote is None:
        return []
    for sentence in _sentences_around(setting, quote):
        for word in sentence:
            if setting.quoted(word) is None and how_it_speaks(word) and word.pos_ == "VERB":
                cue = cue_at(word)
                if cue and cue.speakers:
                    return setting.links(cue, token)
    return list(setting.before)


def according_to(setting: Setting, token: Token) -> list[Link]:
    """A phrase "according to X" covers the clause it hangs on; opening or closing a sentence it covers all of it."""
    found: list[Link] = []
    sentence = token.sent
    if sentence.start not in setting.sources:
        setting.sources[sentence.start] = [(word, source) for word in sentence if (source := _source_of(word))]
    for word, source in setting.sources[sentence.start]:
        if not _covers(word, token) or token in word.subtree:
            continue
        cited = _cited(word)
        for heads in (joined(cited) if cited is not None else (), source):
            if heads:
                link = speakers(setting.tree, heads, setting.mentions, position=0, cue="according to", quoted=False)
                found.append(link)
    return found


def hearsay(setting: Setting, token: Token) -> list[Link]:
    """Words such as "reportedly" say that somebody says so, without a name."""
    words = [child for child in token.children if child.dep_ == "advmod"]
    words += [child for child in token.head.children if child.dep_ == "advmod" and token.dep_ in {"xcomp", "conj"}]
    return next((([unnamed(setting.tree, word)]) for word in words if (word.lower_, "adverb") in speech_words()), [])


def carried_over(setting: Setting, token: Token) -> list[Link]:
    """A sentence that goes on with what a speaker said keeps the speaker.

    Signs of going on: it opens with a pronoun or "furthermore", or it tells in "would" what the speaker foresees. A new
    paragraph goes on only if it opens with a pronoun. After "I was told to leave" without quotation marks, "She left"
    is the author's again.
    """
    sentence = token.sent
    own = cue_at(token) if token.pos_ == "VERB" else None
    if not _goes_on(sentence) or (own is not None and own.speakers):
        return []
    if sentence.start == 0:
        return list(setting.above) if sentence[0].tag_ in {"PRP", "PRP$"} else []
    before = sentence.doc[sentence.start - 1].sent
    if _in_first_person(setting, before) and sentence[0].lower_ in THIRD_PERSON:
        return []
    return list(setting.spoken.get(before.start, ()))


def announced(setting: Setting, _token: Token) -> list[Link]:
    """A paragraph after "X said:" is X's."""
    return list(setting.before)


def behind_the_picture(setting: Setting, _token: Token) -> list[Link]:
    """A caption is the word of whoever the credit names; a post is the word of whoever signs it."""
    return list(setting.credits)


def named_in_the_headline(setting: Setting, token: Token) -> list[Link]:
    """A headline is the word of whoever stands before its colon or behind its dash: "Report: guards left"."""
    if setting.tree.block.kind not in {"title", "heading"}:
        return []
    head = headline_speaker(setting.tree, setting.mentions, token)
    if head is None:
        return []
    return [speakers(setting.tree, joined(head), setting.mentions, position=0, cue="headline", quoted=False)]


FIRST_RULES: tuple[Rule, ...] = (content_of_saying, inside_quotation)
"""Tried in order; the first that answers gives the near end of the chain."""

OUTER_RULES: tuple[Rule, ...] = (according_to, behind_the_picture)
"""All are asked; they add the far end of the chain."""

LAST_RULES: tuple[Rule, ...] = (named_in_the_headline, hearsay, announced, carried_over)
"""Tried in order where no other rule answered."""


def _sentences_around(setting: Setting, quote: Span) -> list[Tokens]:
    """Sentences that touch a quotation from its end to its start, then the one before, then the one after."""
    all_sentences = list(setting.tree.doc.sents)
    touching = [n for n, sentence in enumerate(all_sentences) if setting.tree.span(sentence).meets(quote)]
    if not touching:
        return []
    order = [*reversed(touching), touching[0] - 1, touching[-1] + 1]
    return [all_sentences[n] for n in order if 0 <= n < len(all_sentences)]


def _source_of(word: Token) -> tuple[Token, ...]:
    """The nouns after "according to", or who stands in "as assessed by X", "as X put it"."""
    if word.lower_ == "according":
        inner = next((child for child in word.children if child.lower_ == "to"), None)
        nouns = [noun for noun in inner.children if _may_be_named(noun)] if inner is not None else []
        return joined(nouns[0]) if nouns else ()
    if word.dep_ == "advcl" and any(child.lower_ == "as" and child.dep_ == "mark" for child in word.children):
        cue = cue_at(word) if word.lemma_.lower() not in words_for("goes on") else None
        return cue.speakers if cue and cue.how in {"say", "think"} else ()
    return ()


def _may_be_named(noun: Token) -> bool:
    """Whether it is a noun, or a name that a small parser took for a verb."""
    taken = noun.i > 0 and noun.nbor(-1).lower_ == "to" and noun.text[:1].isupper()
    return noun.pos_ in {"NOUN", "PROPN", "PRON"} or taken


def _covers(word: Token, token: Token) -> bool:
    sentence = token.sent
    opens = word.i - sentence.start <= 1
    closes = word.right_edge.i >= sentence.end - 2
    return opens or closes or word.head == token or word.head in token.ancestors


def _cited(word: Token) -> Token | None:
    """Whom the source itself quotes: "according to X, quoting Y"."""
    for other in word.sent:
        if other.lemma_ in {"quote", "cite"} and other.tag_ == "VBG":
            return next((child for child in other.children if child.dep_ in {"dobj", "obj"}), None)
    return None


def is_hearsay(cue: Cue) -> bool:
    """Whether a passive without an agent hides the speaker: "is said to", "it is believed that"."""
    passive = any(child.dep_ in {"auxpass", "nsubjpass"} for child in cue.token.children)
    return passive and cue.how in {"say", "think", "accuse"}


def _in_first_person(setting: Setting, sentence: Tokens) -> bool:
    return any(word.lower_ in FIRST_PERSON and setting.quoted(word) is None for word in sentence)


def _goes_on(sentence: Tokens) -> bool:
    first = next((word for word in sentence if not word.is_punct and not word.is_space), None)
    if first is None:
        return False
    opens = first.tag_ in {"PRP", "PRP$"} or (first.lower_, "connective") in speech_words()
    foresees = any(word.lower_ in {"would", "’d", "'d"} and word.head == sentence.root for word in sentence)
    return opens or foresees
