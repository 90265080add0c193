"""Histories: the year stands once, and dates are counted from what was told before."""

from datetime import date

import pytest

from graph.record import Span
from loaders.times import document_kind, find_times
from tests.loaders.times.reading import days, read, told

OPENING = "The siege began on 3 May 1862. In 1863, 1864 and 1865 there was famine. Peace came in 1866 and 1867.\n\n"
"""Enough years to make a history of what follows."""


def story(text: str) -> list[str | None]:
    """EDTF of the times of a text that goes on a history."""
    return days(OPENING + text)[len(days(OPENING)) :]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        pytest.param(OPENING, "narrative", id="years"),
        pytest.param("On Wednesday he spoke. He had left in 2019 and in 1998.", "report", id="weekdays"),
        pytest.param("War broke out on 4 May 1912. It ended in 1914.", "narrative", id="long past"),
        pytest.param("It broke on Friday, 4 May 1912. It is mended today.", "narrative", id="long past and today"),
        pytest.param("War broke out on 4 May 1912, he said last week.", "report", id="long past, told last week"),
        pytest.param("The bridge of 1912 fell on 3 October.", "report", id="no month of the past"),
        pytest.param("He spoke.", "report", id="nothing"),
        pytest.param("It fell in 264 BC, 241 BC, 218 BC, 201 BC, 149 BC and 146 BC.", "narrative", id="years alone"),
        pytest.param(
            f"It rose in {', '.join(map(str, range(1800, 1825)))}. “We left on Wednesday.” “It came yesterday.”",
            "narrative",
            id="long past, with quotations",
        ),
        pytest.param(
            f"It rose in {', '.join(map(str, range(1800, 1807)))}. “We left on Wednesday.” “It came yesterday.”",
            "report",
            id="long past, a few years",
        ),
    ],
)
def test_years_without_weekdays_and_long_past_days_make_a_history(text: str, kind: str) -> None:
    assert document_kind(find_times(text, [Span(start=0, end=len(text))]), date(2024, 10, 25)) == kind


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("On 7 April 1870 the king fled. In June he died.", ["1870-04-07", "1870-06"], id="same year"),
        pytest.param(
            "On 7 November 1870 he fled. In January he died.", ["1870-11-07", "1871-01"], id="turn of the year"
        ),
        pytest.param(
            "On 7 April 1870 he fled. The treaty of 1702 was void. In June he died.",
            ["1870-04-07", "1702", "1870-06"],
            id="a thing of another year",
        ),
        pytest.param(
            "On 7 April 1870 he fled. Papers found in 1955 told why. In June he died.",
            ["1870-04-07", "1955", "1870-06"],
            id="one date aside",
        ),
        pytest.param(
            "On 7 April 1870 he fled. He had ruled since 1850. In June he died.",
            ["1870-04-07", "1850-01-01/..", "1870-06"],
            id="looking back",
        ),
        pytest.param("1893: The second war\n\nOn 4 May the king fled.", ["1893", "1893-05-04"], id="a heading"),
        pytest.param(
            "The long war, 1893–1895\n\nThe pact of 1870 failed. On 4 May he fled.",
            ["1893-01-01/1895-12-31", "1870", "1893-05-04"],
            id="years of a heading",
        ),
        pytest.param("On 7 April 1870 he fled. The next day, he died.", ["1870-04-07", "1870-04-08"], id="next day"),
        pytest.param("In May 1870 he fled. Ten years later he came back.", ["1870-05", "1880"], id="years later"),
        pytest.param(
            "In 1870 he fled. In 1891 he came back. In June he died.", ["1870", "1891", "1891-06"], id="leads"
        ),
        pytest.param(
            "On 7 April 1870 he fled. He wed on 2 May 1879. In June he died.",
            ["1870-04-07", "1879-05-02", "1879-06"],
            id="a day that names its year",
        ),
        pytest.param(
            "On 7 April 1870 he fled. He had come in 1868. In June he died.",
            ["1870-04-07", "1868", "1870-06"],
            id="told as past already",
        ),
        pytest.param(
            "On 7 January 1871 he fled. He had married in November. In June he died.",
            ["1871-01-07", "1870-11", "1871-06"],
            id="a month told as past already",
        ),
        pytest.param(
            "On 7 April 1870 the king, who had been ill, fled. In June the queen, who had fled, died.",
            ["1870-04-07", "1870-06"],
            id="past only in a relative clause",
        ),
        pytest.param(
            "In May 1870 he fled. He was in hiding since December. In June he died.",
            ["1870-05", "1869-12-01/..", "1870-06"],
            id="since a month",
        ),
        pytest.param(
            "In 1870 all was well. The harvest of 1871 was spoilt in July.",
            ["1870", "1871", "1871-07"],
            id="its sentence",
        ),
        pytest.param(
            "1870 and 1871\n\nIn December the war began. In April it ended.",
            ["1870", "1871", "1870-12", "1871-04"],
            id="a heading of two years",
        ),
        pytest.param(
            "He ruled from 4 May 1871 to 3 June 1878. In March there was famine.",
            ["1871-05-04/1878-06-03", "1871-03"],
            id="a span begins at its beginning",
        ),
        pytest.param(
            "In July 1870 a storm sank the fleet that had sailed. In March 1871 it was raised.",
            ["1870-07", "1871-03"],
            id="past in a clause after its own verb",
        ),
        pytest.param(
            "In June 1870 he fled. He was free until the previous autumn. In July he died.",
            ["1870-06", "../1869-11-30", "1870-07"],
            id="the previous autumn",
        ),
        pytest.param("In 1937, five days before Christmas, he fled.", ["1937", "1937-12-20"], id="beside its year"),
        pytest.param(
            "He was lost on the night of 4/5 October 1880.", ["1880-10-04/1880-10-05"], id="a night with a slash"
        ),
        pytest.param(
            "On 28 May 1870 he fled. He died on the 3rd.", ["1870-05-28", "1870-06-03"], id="the next such day"
        ),
        pytest.param(
            "In July 1870 he fell. He was seized on the 26th.", ["1870-07", "1870-07-26"], id="a day of that month"
        ),
        pytest.param(
            "1893\n\nOn 24 December a truce was made; it held until 2 January.",
            ["1893", "1893-12-24", "../1894-01-02"],
            id="over the turn of the year",
        ),
        pytest.param(
            "1893\n\nIn December he fled.\n\nIn January the south rose.",
            ["1893", "1893-12", "1893-01"],
            id="a paragraph begins anew",
        ),
        pytest.param(
            "The winter of 1895–96 was mild. The next year he died.",
            ["1895-24", "1896"],
            id="winters",
        ),
        pytest.param(
            "On 7 April 1870 the spring offensive began. The next day it failed.",
            ["1870-04-07", "1870-21", "1870-04-08"],
            id="days are counted from a day",
        ),
        pytest.param(
            "In April 1870 he fled. The next day he was caught.", ["1870-04", "1870-04-02/1870-05-01"], id="some day"
        ),
        pytest.param(
            "On 7 April 1870, a year after the flood, he fled. In June he died.",
            ["1870-04-07", "1870-04-07", "1870-06"],
            id="said twice",
        ),
        pytest.param(
            "In 1870 he fled, after the flood the year before. Three years later he died.",
            ["1870", "1869", "1873"],
            id="a look back is not counted from",
        ),
    ],
)
def test_the_clock_of_a_history_goes_on(text: str, expected: list[str]) -> None:
    assert story(text) == expected


def test_a_date_of_the_story_says_what_it_is_counted_from() -> None:
    when = read(OPENING + "On 7 April 1870 he fled. In June he died.").times[-1].when
    assert when is not None
    assert (when.basis, when.anchor is not None) == ("narrative", True)


def test_the_today_of_a_history_is_not_that_of_its_writer() -> None:
    assert told(OPENING + OPENING + "In 1870 he wrote: it is cold today.")[-1][1] == "PRESENT_REF"


def test_a_history_that_begins_without_a_year_takes_its_first_one() -> None:
    assert days("On 4 May the king fled. By 3 June 1861 he was caught. " + OPENING)[0] == "1861-05-04"


@pytest.mark.parametrize(
    ("text", "values"),
    [
        pytest.param("They marched by night and hid by day.", ["XXXX-XX-XXTNI", "XXXX-XX-XXTDT"], id="by night"),
        pytest.param("A night attack failed.", ["XXXX-XX-XXTNI"], id="a night attack"),
        pytest.param("It was dark during the day.", ["XXXX-XX-XXTDT"], id="during the day"),
        pytest.param("They lacked winter clothing.", ["XXXX-WI"], id="winter clothing"),
        pytest.param("In May 1870 they came at nightfall.", ["1870-05", "1870-05-XXTNI"], id="nightfall"),
        pytest.param("It was lost in the dead of night.", ["XXXX-XX-XXTNI"], id="the dead of night"),
        pytest.param("They flew in daylight.", ["XXXX-XX-XXTDT"], id="in daylight"),
        pytest.param("In 1870 he fled. In spring they came back.", ["1870", "1870-SP"], id="in spring"),
        pytest.param("In 1870 he fled. He hid until the spring.", ["1870", "1870-SP"], id="until the spring"),
        pytest.param("In 1870 he fled. He hid in midwinter.", ["1870", "1870-WI"], id="midwinter"),
        pytest.param("In 1870 the Lakish spring offensive failed.", ["1870", "1870-SP"], id="a named side's offensive"),
        pytest.param("In 1870 the Lakish Spring failed.", ["1870"], id="a name"),
        pytest.param("They lay in winter quarters.", ["XXXX-WI"], id="winter quarters"),
        pytest.param("Wreaths are laid every May 14.", ["XXXX-05-14"], id="every May 14"),
        pytest.param("In October 1870 women were hired.", ["1870-10"], id="women of no number"),
        pytest.param("In 1870 students marched.", ["1870"], id="students of no number"),
        pytest.param("He fled on the first of April 1870.", ["1870-04-01"], id="the first of April"),
        pytest.param(
            "On 3 May 1870 he fled. On the 20th farmers rose.", ["1870-05-03", "1870-05-20"], id="farmers rose"
        ),
        pytest.param(
            "On 3 May 1870 he fled. Two nights later he was caught.",
            ["1870-05-03", "1870-05-05TNI"],
            id="two nights later",
        ),
        pytest.param(
            "On 3 May 1870 he fled at 7:30 in the evening.", ["1870-05-03", "1870-05-03T19:30"], id="in the evening"
        ),
        pytest.param(
            "It began at 10:55 p.m. on 3 May 1870. By 3 a.m. all was over.",
            ["1870-05-03T22:55", "1870-05-04T03:00"],
            id="past midnight",
        ),
        pytest.param(
            "On 3 May 1870, the worst day of the war, he fled.", ["1870-05-03", "1870-05-03"], id="a day said twice"
        ),
        pytest.param("It lies in modern-day Westmark.", ["PRESENT_REF"], id="modern-day"),
        pytest.param("They held out for the first week.", ["P1W"], id="for the first week"),
        pytest.param(
            "In May 1870 it rained. The rest of the year was dry.", ["1870-05", "1870"], id="the rest of the year"
        ),
        pytest.param("In May 1870 he fled. At dawn he was caught.", ["1870-05", "1870-05-XXTMO"], id="some dawn"),
        pytest.param("On 7 May 1870 he fled. A week later he died.", ["1870-05-07", "1870-05-14"], id="a week later"),
        pytest.param("It was the first year of the war.", ["P1Y"], id="the first year of something"),
        pytest.param("In the first days of May 1870 he fled.", ["1870-05"], id="first days"),
        pytest.param(
            "In May 1870 it rained. The last day of the month was dry.", ["1870-05", "1870-05-31"], id="last day"
        ),
        pytest.param("In May 1870 it rained until the last week of June.", ["1870-05", "1870-W26"], id="last week of"),
    ],
)
def test_values_of_a_history(text: str, values: list[str]) -> None:
    assert [value for _, value, _ in told(OPENING + text)][len(days(OPENING)) :] == values


def test_a_night_attack_is_no_time_in_a_report() -> None:
    assert told("A night attack failed.") == []


@pytest.mark.parametrize(
    ("text", "values"),
    [
        pytest.param("In 264 BC, it began. In 241, it ended.", ["BC0264", "BC0241"], id="letters left out"),
        pytest.param("First War (264 to 241 BC)", ["BC0264/BC0241"], id="letters once"),
        pytest.param("In 264 BC, it began. The next year, it ended.", ["BC0264", "BC0263"], id="years run down"),
        pytest.param("In 264 BC, it began. Two years later, it ended.", ["BC0264", "BC0262"], id="years later"),
        pytest.param("In 264 BC, it began. In May, it ended.", ["BC0264", "BC0264-05"], id="month"),
        pytest.param("The winter of 264–263 BC was hard.", ["BC0264-WI"], id="a winter"),
        pytest.param("In May 264 BC it began. That winter it ended.", ["BC0264-05", "BC0264-WI"], id="that winter"),
        pytest.param("In the spring of 264 BC it began.", ["BC0264-SP"], id="a season"),
        pytest.param("In the 6th century BC it began.", ["BC05"], id="a century"),
        pytest.param("On 3 May 264 BC it began. Ten days later it ended.", ["BC0264-05-03", "BC0264-05-13"], id="days"),
        pytest.param(
            "In 2 BC it began. Three years later it ended.", ["BC0002", "0002"], id="over the turn of the era"
        ),
    ],
)
def test_years_before_christ_have_a_value_and_no_days(text: str, values: list[str]) -> None:
    assert told(text) == [(words, value, None) for (words, _, _), value in zip(told(text), values, strict=True)]
