"""What a typed query may not hold: forms no server's own means would stop, and ways to hide them."""

import pytest

from graph.errors import QueryRefusedError
from graph.store.guard import bare, checked

ENDLESS = {
    "reduce": "RETURN reduce(a = 0, x IN [1] | a + x)",
    "reduce with space": "RETURN reduce (a = 0, x IN [1] | a + x)",
    "reduce in capitals": "RETURN REDUCE(a = 0, x IN [1] | a + x)",
    "reduce after a comment": "RETURN reduce/* ) */(a = 0, x IN [1] | a + x)",
    "reduce after a line": "RETURN reduce// (\n(a = 0, x IN [1] | a + x)",
    "range": "UNWIND range(1, 1000000000) AS x RETURN x",
    "range in backticks": "UNWIND `range`(1, 1000000000) AS x RETURN x",
    "comprehension": "RETURN [x IN [1, 2] | x]",
    "comprehension in backticks": "RETURN [`x y` IN [1, 2] | 1]",
    "comprehension over lines": "RETURN [\n x\tIN [1, 2] WHERE x > 1]",
    "all": "RETURN all(x IN [1] WHERE x > 0)",
    "any": "RETURN any ( x IN [1] WHERE x > 0)",
    "none": "RETURN none(x IN [1] WHERE x > 0)",
    "single": "RETURN single(x IN [1] WHERE x > 0)",
    "regular expression": "RETURN 'aaaa' =~ '((a|aa)+)+b'",
}
OUTSIDE = {
    "files": "LOAD CSV FROM 'file:///etc/passwd' AS row RETURN row",
    "network": "load  csv with headers from 'http://outlet.example/x' as row return row",
    "procedure": "CALL dbms.components()",
    "procedure without brackets": "CALL dbms.components",
    "procedure with a single name": "CALL whatever() YIELD x RETURN x",
    "procedure in backticks": "CALL `dbms`.`components`()",
    "procedure after a comment": "CALL/**/dbms . components()",
    "procedure in the middle": "MATCH (n) CALL apoc.load.json('http://outlet.example') YIELD value RETURN value",
    "procedure in a subquery": "MATCH (n) CALL (n) { CALL dbms.info() YIELD id RETURN id } RETURN id",
    "function": "RETURN apoc.text.join(['a'], '')",
    "function in backticks": "RETURN `genai`.vector.`encode`('a')",
    "algorithm": "CALL algo.pagerank() YIELD node RETURN node",
}
HIDDEN = {
    "escaped letters": "RETURN \\u0072educe(a = 0, x IN [1] | a)",
    "escaped capital letters": "RETURN '\\U0001F642'",
    "a line end of some lexers": "RETURN 1 //\u2028 ' \n + reduce(a = 0, x IN [1] | a) //'",
    "an open string": "RETURN 'abc",
    "an open comment": "RETURN 1 /* abc",
    "an open name": "RETURN `abc",
    "a quote in a name": "MATCH (`'`) RETURN reduce(a = 0, x IN [1] | a) // '",
    "a doubled backtick": "MATCH (`a``'`) RETURN reduce(a = 0, x IN [1] | a) // '",
    "an escaped quote": "RETURN 'a\\'', reduce(a = 0, x IN [1] | a), '",
    "a comment in a string": "RETURN '//', reduce(a = 0, x IN [1] | a)",
    "a string in a comment": "RETURN 1 // '\n, reduce(a = 0, x IN [1] | a) // '",
    "a carriage return": "RETURN 1 // '\r, reduce(a = 0, x IN [1] | a) // '",
    "explain": "EXPLAIN MATCH (n) RETURN n",
    "profile after a comment": "/* a */ // b\n profile MATCH (n) RETURN n",
    "a version": "CYPHER 5 MATCH (n) RETURN n",
    "another database": "USE system SHOW USERS",
    "users": "SHOW USERS",
    "settings": "SHOW SETTINGS",
    "other people's queries": "SHOW TRANSACTIONS",
    "the end of other people's queries": "TERMINATE TRANSACTIONS 'x'",
    "length": "RETURN 1 //" + "x" * 10_000,
}
ALLOWED = {
    "words in strings": "MATCH (s:Sentence) WHERE s.text CONTAINS 'reduce(x IN range(1))' RETURN s",
    "words in comments": "// reduce(a = 0, x IN [1] | a)\nMATCH (n) /* CALL dbms.x() */ RETURN n",
    "membership": "MATCH (e:Event) WHERE e.type IN ['AID', 'REJECT'] AND (e.status IN $statuses) RETURN e",
    "a name that begins so": "MATCH (e) RETURN e.range AS ranges, e.reduced",
    "lists of patterns": "MATCH (e:Event) RETURN COLLECT { MATCH (e)-[:INVOLVES]->(a) RETURN a.name } AS names",
    "dates": "RETURN date.truncate('month', date('2024-10-18')) AS month",
    "full text": "CALL db.index.fulltext.queryNodes('sentence_words', $words) YIELD node RETURN node",
    "labels": "CALL db.labels() YIELD label RETURN label",
    "subquery": "MATCH (e:Event) CALL (e) { MATCH (e)<-[:TELLS_OF]-(c) RETURN count(c) AS n } RETURN e.id, n",
    "indexes": "SHOW INDEXES",
    "range indexes": "SHOW RANGE INDEXES",
    "a colon map": "MATCH (e:Event {type: 'AID'}) WHERE NOT exists { (e)-[:FULFILS]->() } RETURN e {.id, .type}",
}


@pytest.mark.parametrize("form", [*ENDLESS.values(), *OUTSIDE.values(), *HIDDEN.values()],
                         ids=[*ENDLESS, *OUTSIDE, *HIDDEN])  # fmt: skip
def test_a_form_that_could_do_harm_is_refused(form: str) -> None:
    with pytest.raises(QueryRefusedError):
        checked(form)


@pytest.mark.parametrize("form", ALLOWED.values(), ids=ALLOWED)
def test_an_honest_form_is_let_through(form: str) -> None:
    assert checked(form) == form


def test_line_ends_are_made_plain() -> None:
    assert checked("MATCH (n)\r\nRETURN n\r") == "MATCH (n)\nRETURN n\n"


def test_a_refusal_says_why_and_what_to_do() -> None:
    with pytest.raises(QueryRefusedError, match=r"uses reduce\(\), which no time limit can stop") as refusal:
        checked(ENDLESS["reduce"])
    assert refusal.value.hint


def test_strings_and_comments_are_blanked_and_names_kept() -> None:
    assert bare("RETURN 'it''s' /* x */ , `A``B`.c // end").split() == ["return", "''''", ",", "a__b", ".c"]
