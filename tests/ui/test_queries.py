from ui.queries import shipped


def test_every_shipped_query_has_a_title_and_a_text() -> None:
    for query in shipped():
        assert query.title
        assert "RETURN" in query.text


def test_titles_are_all_different() -> None:
    titles = [query.title for query in shipped()]
    assert len(set(titles)) == len(titles)
