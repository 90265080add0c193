"""How a paragraph goes on with what it dated."""

from spacy.tokens import Token

from graph.when import When, width
from loaders.dating.inherit import date_of
from loaders.dating.order import told_beside
from loaders.dating.own import words_of
from loaders.dating.scene import Scene
from loaders.tense import tense

LONGEST_SCENE = 14
"""Days of a date that the sentences after it may stand in."""

ANSWERS = frozenset({"ACCUSE", "REJECT", "REQUEST", "THREATEN", "AGREE"})
"""Acts of speech, which follow one another in one debate."""

OF_THE_VERB = frozenset({"dobj", "npadvmod"})
"""How a length hangs on a verb without a preposition."""


def same_scene(scene: Scene, index: int) -> When | None:
    """A sentence in the simple past goes on with the scene that the sentence before it dated, in one paragraph.

    What is told behind a dated saying may be of any time: "police said on Monday … The men were found in a barn".
    """
    token, tree = scene.token(index), scene.clauses[index].tree
    says = bool(scene.voices[index].about) or scene.clauses[index].type == "STATEMENT"
    speaks = says and not _same_subject(token)
    start = token.sent.start
    if not _tells(token) or tense(token.sent.root) != "past" or speaks or start == 0:
        return None
    root = token.doc[start - 1].sent.root
    before = scene.clause_at(tree, root)
    if before is None or not same_voice(scene, index, before):
        return None
    when = date_of(scene, tree, root)
    if when is None or not when.is_closed or width(when) > LONGEST_SCENE or tense(root) != "past":
        return None
    another = any(told_beside(token)) or root.lower_ == "born" or _lasts_longer(scene, index)
    talks = says or scene.clauses[index].type in ANSWERS
    told = scene.voices[before].about or scene.clauses[before].type == "STATEMENT"
    return None if another or (told and not talks) else when


def _lasts_longer(scene: Scene, index: int) -> bool:
    """Whether a sentence tells how long something went on: "he pleaded guilty on 27 June. He served five months".

    "In 24 years" and "a five-year plan" do not say so.
    """
    sentence, tree = scene.clauses[index].sentence, scene.trees[scene.clauses[index].tree]
    lengths = (time for time in scene.times if time.mention.kind == "duration" and sentence.holds(time.mention.span))
    long = (words_of(tree, time) for time in lengths if not time.value.startswith("PT"))
    return any(words.root.dep_ in OF_THE_VERB or words.root.head.lower_ == "for" for words in long if words is not None)


def _tells(token: Token) -> bool:
    """Whether this is what its sentence mainly tells: its root, or the noun of "there was a …"."""
    return token.dep_ == "ROOT" or (token.dep_ == "attr" and token.head.dep_ == "ROOT" and token.pos_ == "NOUN")


def same_voice(scene: Scene, index: int, other: int | None) -> bool:
    """Whether two clauses are told by the same chain of speakers, or both by the author."""
    if other is None:
        return False
    names = [[speaker.name for speaker in scene.voices[one].said_by] for one in (index, other)]
    return names[0] == names[1]


def _same_subject(token: Token) -> bool:
    """Whether the one who acts is called by a pronoun: who spoke in the sentence before goes on speaking."""
    return any(child.dep_ == "nsubj" and child.pos_ == "PRON" for child in token.children)
