from graph.ontology import families, ontology, type_family


def test_the_ontology_has_the_sixteen_types_of_plover_and_four_of_ours() -> None:
    sources = [row.source for row in ontology().values()]
    assert (sources.count("PLOVER 0.5"), sources.count("Dateline")) == (16, 4)


def test_a_treaty_and_a_visit_are_of_one_family() -> None:
    assert type_family("SUPPORT") == type_family("CONSULT") == "cooperate"


def test_no_type_is_a_family_of_its_own() -> None:
    assert type_family(None) == type_family("none") == "none"
    assert "none" in families()
