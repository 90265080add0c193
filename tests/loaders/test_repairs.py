"""Trees that the parser gets wrong, as every stage sees them."""

import pytest

from tests.loaders.grammar import trees_of


def hanging(text: str) -> dict[str, tuple[str, str]]:
    """Word → how it hangs, and on which word."""
    return {token.text: (token.dep_, token.head.text) for token in trees_of(text)[0].doc}


FAMILIAR = "a senior Sudrian official familiar with the matter told the Harbour Courier in December."


@pytest.mark.parametrize("where", ["in Osk, where Sudria launched a raid in August 2024", "to Osk"])
def test_a_closing_tag_governs_what_it_tells(where: str) -> None:
    tree = hanging(f"Norland deployed around 12,000 soldiers {where}, {FAMILIAR}")
    assert tree["told"] == ("ROOT", "told")
    assert tree["deployed"] == ("ccomp", "told")
    assert tree["official"] == ("nsubj", "told")
    assert tree["December"][1] == "in"


@pytest.mark.parametrize(
    "text",
    [
        "They asked Sudria to yield, and when that was refused, Norland declared war on Sudria.",
        "Norland sent a note, and the minister told the envoy.",
        "The mayor met Lind, who told reporters.",
    ],
)
def test_what_only_looks_like_a_tag_stays(text: str) -> None:
    tree = hanging(text)
    assert "ROOT" not in {tree[word][0] for word in ("declared", "told") if word in tree}


def test_what_opens_a_sentence_is_no_second_subject() -> None:
    tree = hanging("Applauding the proof of Norland's part in the war, the Security Service said it would go on.")
    assert tree["Applauding"] == ("advcl", "said")
    assert tree["Service"] == ("nsubj", "said")


def test_a_subject_is_that_of_the_verb_not_of_its_helper() -> None:
    for text in ("The harbour master was arrested in May.", "The harbour master was re-elected on Monday."):
        dependency, head = hanging(text)["master"]
        assert (dependency, head) == ("nsubjpass", text.split()[4])


def test_sentences_stay_whole() -> None:
    (tree,) = trees_of(f"It rained. Norland sent 300 men to Osk, {FAMILIAR} They left.")
    assert [sentence.text.split()[0] for sentence in tree.sentences()] == ["It", "Norland", "They"]
