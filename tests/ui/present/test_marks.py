from hypothesis import given
from hypothesis import strategies as st

from graph.record import Span
from ui.present.marks import Mark, pieces

TEXT = "Norland sent soldiers to Sudria."


def marks_in(text: str) -> st.SearchStrategy[list[Mark]]:
    place = st.integers(0, len(text))
    spans = st.tuples(place, place).map(lambda ends: Span(start=min(ends), end=max(ends)))
    return st.lists(st.builds(Mark, span=spans, name=st.sampled_from("abc")), max_size=6)


@given(marks_in(TEXT))
def test_the_pieces_put_together_are_the_text(marks: list[Mark]) -> None:
    assert "".join(piece.text for piece in pieces(TEXT, marks)) == TEXT


@given(marks_in(TEXT))
def test_every_piece_cuts_out_its_words_and_names_all_marks_over_it(marks: list[Mark]) -> None:
    for piece in pieces(TEXT, marks):
        assert piece.span.cut(TEXT) == piece.text
        over = sorted(mark.name for mark in marks if mark.span.holds(piece.span) and mark.span.start < mark.span.end)
        assert sorted(piece.names) == over


@given(marks_in(TEXT))
def test_every_mark_ends_once(marks: list[Mark]) -> None:
    wide = [mark.name for mark in marks if mark.span.start < mark.span.end]
    assert sorted(name for piece in pieces(TEXT, marks) for name in piece.ends) == sorted(wide)


def test_overlapping_marks_are_cut_where_they_cross() -> None:
    marks = [Mark(span=Span(start=0, end=12), name="a"), Mark(span=Span(start=8, end=21), name="b")]
    assert [(piece.text, piece.names) for piece in pieces(TEXT, marks)] == [
        ("Norland ", ("a",)),
        ("sent", ("b", "a")),
        (" soldiers", ("b",)),
        (" to Sudria.", ()),
    ]


def test_marks_count_from_the_document_not_from_the_piece_shown() -> None:
    shown = pieces("sent soldiers", [Mark(span=Span(start=100, end=112), name="a")], offset=108)
    assert [(piece.text, piece.names) for piece in shown] == [("sent", ("a",)), (" soldiers", ())]


def test_a_text_without_marks_is_one_piece() -> None:
    assert [piece.text for piece in pieces(TEXT, [])] == [TEXT]
