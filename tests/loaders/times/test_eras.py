"""Years before and after Christ, of one to four digits, and centuries."""

import pytest

from tests.loaders.times.reading import days, told

ANCIENT = "The war of 264 BC ended in 241 BC. "
"""Enough to make “in 217” a year before Christ."""
MEDIEVAL = "In 732, the abbey was founded. In 751, it burned. It was built again in 768, in the eighth century. "
"""Enough to make “in 814” a year."""


def values(text: str, opening: str = "") -> list[str]:
    """TIMEX3 values of a text after its opening."""
    return [value for _, value, _ in told(opening + text, "2009-12-19")][len(told(opening, "2009-12-19")) :]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("He died in AD 14.", ["0014"], id="two digits of our era"),
        pytest.param("The legions were lost in 9 AD.", ["0009"], id="one digit of our era"),
        pytest.param("He ruled from 30 BC to AD 14.", ["BC0030/0014"], id="over the turn of the era"),
        pytest.param("He ruled in 9–23 AD.", ["0009/0023"], id="run of our era"),
        pytest.param("It fell in 348/47 BC.", ["BC0348"], id="year that begins in summer"),
        pytest.param("It fell in the winter of 218/217 BC.", ["BC0218-WI"], id="winter with a slash"),
        pytest.param("It was founded in 216 B.C.E. by him.", ["BC0216"], id="letters with dots"),
        pytest.param("It lay there in the 480s BC.", ["BC048"], id="decade"),
        pytest.param("It lay there in the 830s.", ["083X"], id="decade of three digits"),
        pytest.param("Five 380s were sold.", [], id="no decade"),
        pytest.param("It lay there in the third millennium BC.", ["BC2"], id="millennium"),
        pytest.param("The fifth-century BC statue broke.", ["BC04"], id="century with a hyphen"),
        pytest.param("They came in the 16th and 17th centuries.", ["15XX", "16XX"], id="two centuries"),
        pytest.param("They came from the 5th to the 3rd century BC.", ["BC04/BC02"], id="run of centuries"),
        pytest.param("In the 19th and early 20th centuries it stood.", ["18XX", "19XX"], id="early in the second"),
        pytest.param("It stood until the 18th and 19th centuries.", ["17XX", "18XX"], id="no day of a month"),
        pytest.param("It stood between the 5th and the 3rd centuries BC.", ["BC04/BC02"], id="between centuries"),
        pytest.param("The mill was built c. 1190.", ["1190"], id="circa"),
    ],
)
def test_eras_and_centuries_have_values(text: str, expected: list[str]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("There was war from 264–241.", ["BC0264/BC0241"], id="run without letters"),
        pytest.param("In 219, 218 and 217 they marched.", ["BC0219", "BC0218", "BC0217"], id="list"),
        pytest.param("In the spring of 217 they marched.", ["BC0217-SP"], id="season"),
        pytest.param("In April 217 they marched.", ["BC0217-04"], id="month"),
        pytest.param("By early 216 they were beaten.", ["BC0216"], id="early"),
        pytest.param("In the year 206 he came back.", ["BC0206"], id="the year"),
        pytest.param("He died in AD 14. In 117 his heir died.", ["0014", "0117"], id="goes on in our era"),
        pytest.param("In 480/479 they came.", ["BC0480"], id="year that begins in summer"),
        pytest.param("In the winter of 480/479 they came.", ["BC0480-WI"], id="winter with a slash"),
        pytest.param("The fleet of 480 Ardalian ships burned.", [], id="ships of a people"),
        pytest.param("In 480 villages they starved.", [], id="villages"),
        pytest.param("At a rate of 151 per thousand they died.", [], id="rate"),
    ],
)
def test_years_of_a_text_before_christ_leave_the_letters_out(text: str, expected: list[str]) -> None:
    assert values(text, ANCIENT) == expected


def test_years_of_the_early_middle_ages_have_three_digits() -> None:
    assert values("From 771 until 814 he ruled alone.", MEDIEVAL) == ["0771/0814"]


def test_a_text_of_modern_years_counts_with_three_digits() -> None:
    modern = "The hill was settled in 500 BC. In 1830, 1848, 1871, 1918 and 1945 it was fought for. "
    assert values("The council has by now burned the records of 180.", modern) == ["PRESENT_REF"]


def test_years_beyond_the_calendar_have_no_days() -> None:
    assert days("The mound of 7500 BC was dug up.") == [None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("He ruled from 1137 to 1204.", ["1137/1204"], id="a run before 1500"),
        pytest.param("He ruled from 756 to 1031.", ["0756/1031"], id="three digits and four"),
        pytest.param("The Song dynasty (960–1279) fell.", ["0960/1279"], id="in brackets"),
        pytest.param("It stood between 711 and 1492.", ["0711/1492"], id="between"),
        pytest.param("The king died in 843.", ["0843"], id="alone"),
        pytest.param("He took the town in 632–633, with few men.", ["0632/0633"], id="neighbours"),
        pytest.param("In the year 862 he came.", ["0862"], id="the year"),
        pytest.param("Sales rose from 800 to 1400.", [], id="round numbers"),
        pytest.param("Sales rose from 125 to 187.", [], id="numbers of three digits"),
        pytest.param("It works in 192 countries.", [], id="countries"),
        pytest.param("One in 843, they said.", [], id="a share"),
        pytest.param("The lines are from 480 to 1260 metres long.", [], id="metres"),
        pytest.param("An 1859 article said so.", ["1859"], id="an article"),
        pytest.param("His 1927 flight was short.", ["1927"], id="a flight"),
        pytest.param("The crew of Flight 1927 slept.", [], id="a flight's number"),
    ],
)
def test_years_of_the_middle_ages_and_of_things(text: str, expected: list[str]) -> None:
    assert values(text) == expected


def test_a_year_of_our_era_told_aside_does_not_end_the_years_before_christ() -> None:
    assert values("A writer of the first century AD praised him. In 217 he fell.", ANCIENT) == ["00XX", "BC0217"]
