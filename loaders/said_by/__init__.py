"""According to whom: the chain of speakers behind every clause, nearest first.

A rule looks at one clause and gives links of the chain, or none. The author's own voice is the empty chain.
"""

from collections.abc import Sequence

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from graph.model import Speaker
from loaders.mentions import Mentions
from loaders.records import ActorMention, Clause, Voice
from loaders.said_by.credits import credited
from loaders.said_by.cues import cue_at, how_it_speaks, speech_words
from loaders.said_by.quotes import quotes
from loaders.said_by.rules import FIRST_RULES, LAST_RULES, OUTER_RULES, Link, Setting
from loaders.trees import Tree

AUTHOR = "author"
"""Nothing names anybody who says it, so it is the author's own word."""

TOPIC = frozenset({"of", "about", "on", "over", "as", "regarding", "concerning", "for"})
"""Prepositions that name what a saying is about; "after", "despite" and the like name when or against what."""


def voices(trees: Sequence[Tree], clauses: Sequence[Clause], mentions: Sequence[ActorMention]) -> tuple[Voice, ...]:
    """One voice for each clause, in the order of the clauses."""
    known = Mentions(mentions)
    by_tree: dict[int, list[int]] = {}
    for index, clause in enumerate(clauses):
        by_tree.setdefault(clause.tree, []).append(index)
    found: dict[int, Voice] = {}
    last: tuple[Link, ...] = ()
    before: Tree | None = None
    for number, tree in enumerate(trees):
        setting = _setting(tree, known, before, last)
        last = _speak(setting, [(index, clauses[index]) for index in by_tree.get(number, [])], found)
        before = tree
    return tuple(_with_about(voice, clauses, trees) for _, voice in sorted(found.items()))


def _setting(tree: Tree, mentions: Mentions, before: Tree | None, last: tuple[Link, ...]) -> Setting:
    """The setting of a block; `last` is the chain that the block before it ended with."""
    start = tree.block.span.start
    text = before is not None and before.block.kind == tree.block.kind == "body"
    announced = text and before is not None and before.doc.text.rstrip().endswith(":")
    return Setting(
        tree,
        mentions,
        quotes=tuple(quotes(tree.text, start)),
        credits=credited(tree.text, start, tree.block.kind, mentions),
        before=last if announced else (),
        above=last if text else (),
    )


def _speak(setting: Setting, clauses: list[tuple[int, Clause]], found: dict[int, Voice]) -> tuple[Link, ...]:
    """Give a voice to each clause of a block; answer with the chain that its last sentence leaves."""
    pending = dict(clauses)
    last: tuple[Link, ...] = ()
    for sentence in setting.tree.doc.sents:
        for index, clause in [(i, c) for i, c in pending.items() if sentence.start <= c.token < sentence.end]:
            token = setting.tree.doc[clause.token]
            links, rule = chain(setting, token)
            found[index] = Voice(clause=index, said_by=_numbered(links), about=(), rule=rule)
        last = _spoken(setting, sentence)
        setting.spoken[sentence.start] = last
    return last


def chain(setting: Setting, token: Token) -> tuple[list[Link], str]:
    """The chain of speakers behind a word, nearest first, and the name of the rule that gave its near end."""
    near: list[Link] = []
    name = ""
    for rule in FIRST_RULES:
        near = near or rule(setting, token)
        name = name or (rule.__name__ if near else "")
    for rule in OUTER_RULES:
        outer = rule(setting, token)
        near = [link for link in near if not (outer and is_picture(link))] + outer
        name = name or (rule.__name__ if outer else "")
    for rule in LAST_RULES if not near else ():
        near = near or rule(setting, token)
        name = name or (rule.__name__ if near else "")
    return near, name or AUTHOR


def is_picture(link: Link) -> bool:
    """Whether "a video shows" is all that is known of the source; its credit says more."""
    return all((speaker.text.lower(), "noun") in speech_words() and not speaker.named for speaker in link)


def _numbered(links: list[Link]) -> tuple[Speaker, ...]:
    """Speakers with their place in the chain; nobody follows himself."""
    kept: list[Link] = []
    for link in links:
        if link and (not kept or _who(kept[-1]) != _who(link)):
            kept.append(link)
    return tuple(speaker.model_copy(update={"position": place}) for place, link in enumerate(kept) for speaker in link)


def _who(link: Link) -> set[str]:
    return {speaker.actor or speaker.name for speaker in link}


def _spoken(setting: Setting, sentence: Tokens) -> tuple[Link, ...]:
    """The chain that a sentence leaves for the next one: who is said to speak in it, or who goes on speaking."""
    root = sentence.root
    cue = cue_at(root)
    if cue and cue.speakers and root.pos_ == "VERB" and setting.quoted(root) is None:
        return tuple(setting.links(cue, root))
    links, _ = chain(setting, root)
    return tuple(links)


def _with_about(voice: Voice, clauses: Sequence[Clause], trees: Sequence[Tree]) -> Voice:
    """A clause of saying is about the clauses that hang directly on it."""
    clause = clauses[voice.clause]
    token = trees[clause.tree].doc[clause.token]
    if how_it_speaks(token) is None:
        return voice
    about = tuple(
        index
        for index, other in enumerate(clauses)
        if other.tree == clause.tree
        and other.token != clause.token
        and _hangs_on(trees[other.tree].doc[other.token], token)
    )
    return voice.model_copy(update={"about": about})


def _hangs_on(word: Token, cue: Token) -> bool:
    """Whether nothing but a preposition of topic stands between a clause and the word of saying."""
    above = word.head
    if word.dep_ not in {"ccomp", "xcomp", "pcomp", "acl", "pobj", "dobj"}:
        return False
    if above.dep_ == "prep":
        return above.lower_ in TOPIC and above.head == cue
    return above == cue
