"""Triggers that tell nothing: words inside a name, a hashtag, a handle, an address or a credit."""

import re

from loaders.claims.material import Material
from loaders.records import Clause

NO_PROSE = re.compile(r"[#@]\w+|\b(?:https?://|www\.|pic\.)\S+|(?:^|\s)/\s[^.\n]{2,60}$|\(©[^)]*\)", re.MULTILINE)
"""Hashtags, handles, addresses, "/ agency capture" at the end of a caption's line, "(©agency)"."""


def is_told(material: Material, clause: Clause) -> bool:
    """Whether a clause's trigger stands in the prose of its sentence and not in something that only looks like it."""
    tree = material.trees[clause.tree]
    start = tree.block.span.start
    inside = (clause.trigger.start - start, clause.trigger.end - start)
    junk = any(found.start() <= inside[0] and inside[1] <= found.end() for found in NO_PROSE.finditer(tree.text))
    return not junk and not _is_part_of_a_name(material, clause)


def _is_part_of_a_name(material: Material, clause: Clause) -> bool:
    """Whether a capitalised word within its sentence is part of a longer name: a project called "We Want to Live"."""
    capital = clause.trigger_text[0].isupper() and clause.trigger.start > clause.sentence.start + 1
    around = material.mentions.at(clause.trigger)
    longer = any(len(mention.text) > len(clause.trigger_text) + 1 for mention in around)
    return capital and clause.form == "verb" and longer and clause.block != "title"
