from ui.rules import rules


def test_a_rule_is_told_in_the_words_of_its_docstring() -> None:
    told = rules()
    assert told
    assert all(text and "\n" not in text for text in told.values())


def test_reading_the_rules_runs_none_of_them() -> None:
    import subprocess
    import sys

    code = "import sys; from ui.rules import rules; rules(); sys.exit('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
