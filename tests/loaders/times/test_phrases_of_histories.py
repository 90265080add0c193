"""Lengths, parts of days, seasons and days as histories word them."""

import pytest

from tests.loaders.times.reading import told

OPENING = (
    "The siege began on 3 May 1862. In 1863, 1864 and 1865 there was famine. Peace came in 1866 and 1867. "
    "War broke out again on 12 October 1870.\n\n"
)
"""Enough years to make a history of what follows, and a day that it goes on from."""


def read(text: str) -> list[tuple[str, str]]:
    """Words and TIMEX3 values of a text that goes on a history."""
    return [(words, value) for words, value, _ in told(OPENING + text)][len(told(OPENING)) :]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("It lasted two years, three months and five days.", "P2Y3M5D", id="years, months and days"),
        pytest.param("It lasted two days and three hours.", "P2DT3H", id="days and hours"),
        pytest.param("It lasted two months and a half.", "P2.5M", id="months and a half"),
        pytest.param("It lasted a full year.", "P1Y", id="full"),
        pytest.param("It lasted for an entire month.", "P1M", id="entire"),
        pytest.param("It lasted for another year.", "P1Y", id="another"),
        pytest.param("It lasted a quarter of a century.", "P25Y", id="quarter of a century"),
        pytest.param("It lasted three quarters of an hour.", "PT45M", id="three quarters"),
        pytest.param("It fell a century and a half later.", "2020", id="and a half later"),
        pytest.param("It fell a year or so later.", "1871", id="or so later"),
        pytest.param("It was a 20-month-long siege.", "P20M", id="month-long"),
        pytest.param("They met every few years.", "PXY", id="every few"),
        pytest.param("It fell within a day.", "P1D", id="within a day"),
        pytest.param("The Hundred Days were over.", "P100D", id="the hundred"),
        pytest.param("It lasted several hundred years.", "PXY", id="several hundred"),
    ],
)
def test_lengths(text: str, expected: str) -> None:
    assert [value for _, value in read(text)] == [expected]


def test_two_numbers_are_no_sum() -> None:
    assert read("He served one two-year term.") == [("two-year", "P2Y")]


def test_lengths_of_different_things_are_two() -> None:
    assert [value for _, value in read("It took two days, three years passed.")] == ["P2D", "P3Y"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("At first light they came.", "1870-10-12TMO", id="first light"),
        pytest.param("In the small hours of the 16th they came.", "1870-10-16TMO", id="small hours"),
        pytest.param("At dawn the next day, they came.", "1870-10-13TMO", id="dawn the next day"),
        pytest.param("One morning in November they came.", "1870-11-XXTMO", id="one morning in a month"),
        pytest.param("They came on the evening before the battle.", "1870-10-11TEV", id="evening before"),
        pytest.param("They came in the middle of the night.", "1870-10-12TNI", id="middle of the night"),
        pytest.param("All morning they marched.", "1870-10-12TMO", id="all morning"),
        pytest.param("They marched all through the night.", "1870-10-12TNI", id="all through the night"),
        pytest.param("They marched through the night.", "1870-10-12TNI", id="through the night"),
        pytest.param("On the third night they came.", "1870-10-12TNI", id="third night"),
        pytest.param("At half past four they came.", "1870-10-12T04:30", id="half past"),
        pytest.param("At a quarter to six in the evening they came.", "1870-10-12T17:45", id="quarter to"),
        pytest.param("At three in the morning they came.", "1870-10-12T03:00", id="hour in the morning"),
        pytest.param("At 12:30 in the morning they came.", "1870-10-12T00:30", id="half past midnight"),
        pytest.param("At 05:30 hours they came.", "1870-10-12T05:30", id="hours"),
        pytest.param("At 11 o'clock on the morning of 9 November they came.", "1870-11-09T11:00", id="on the morning"),
        pytest.param("At 4:00 a.m. local time on 9 November they came.", "1870-11-09T04:00", id="local time"),
        pytest.param("A dawn raid failed.", "XXXX-XX-XXTMO", id="a dawn raid"),
        pytest.param("By day's end they had gone.", "1870-10-12", id="day's end"),
        pytest.param("At the end of the day they had gone.", "1870-10-12", id="end of the day"),
    ],
)
def test_parts_of_days(text: str, expected: str) -> None:
    assert [value for _, value in read(text)] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("In mid-summer they came.", "1870-SU", id="mid"),
        pytest.param("In late winter 1871 they came.", "1871-WI", id="late winter"),
        pytest.param("In the winter of 1871/72 they came.", "1871-WI", id="slash"),
        pytest.param("In the winter of 1871 to 1872 they came.", "1871-WI", id="to"),
        pytest.param("During the winter months they rested.", "1870-WI", id="months"),
        pytest.param("When spring came, they marched.", "1871-SP", id="when spring came"),
        pytest.param("With the coming of spring, they marched.", "1871-SP", id="coming of spring"),
        pytest.param("The Ardalian Spring Offensive failed.", "1871-SP", id="name of a campaign"),
    ],
)
def test_seasons(text: str, expected: str) -> None:
    assert [value for _, value in read(text)] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("In the summer and autumn of 1873 it rained.", ["1873-SU", "1873-FA"], id="and"),
        pytest.param("In spring or summer 1873 it rained.", ["1873-SP", "1873-SU"], id="or"),
        pytest.param("The spring/summer of 1873 was wet.", ["1873-SP", "1873-SU"], id="slash"),
        pytest.param("In the winter and spring of 1873 it rained.", ["1872-WI", "1873-SP"], id="over the new year"),
    ],
)
def test_two_seasons_of_one_year(text: str, expected: list[str]) -> None:
    assert [value for _, value in read(text)] == expected


def test_past_wars_were_before() -> None:
    assert read("In past wars it had rained.") == [("past", "PAST_REF")]


def test_a_war_of_a_month_is_of_its_year() -> None:
    assert [value for _, value in read("The October war of 1873 failed.")] == ["1873-10", "1873"]


@pytest.mark.parametrize("text", ["It burned for three weeks before it fell.", "It lasted three weeks before it fell."])
def test_how_long_something_went_on_before_is_a_length(text: str) -> None:
    assert read(text) == [("three weeks", "P3W")]


def test_an_event_of_a_day_is_of_its_year() -> None:
    assert [value for _, value in read("The October 3 rising of 1873 failed.")] == ["1873-10-03", "1873"]


def test_a_campaign_is_of_its_year() -> None:
    assert [value for _, value in read("The spring offensive of 1873 failed.")] == ["1873-SP", "1873"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("On 3, 5 and 9 November it rained.", ["1870-11-03", "1870-11-05", "1870-11-09"], id="three days"),
        pytest.param("On November 6, 7, and 9, 1871.", ["1871-11-06", "1871-11-07", "1871-11-09"], id="with a year"),
        pytest.param("On May 6, 7 people died.", ["1870-05-06"], id="people"),
        pytest.param("On the very same day he fled.", ["1870-10-12"], id="very same"),
        pytest.param(
            "From May to August he lay ill; on the 14th he died.", ["1870-05/1870-08", "1870-08-14"], id="run"
        ),
        pytest.param(
            "From May to August 1871 he lay ill. In June he wrote.", ["1871-05/1871-08", "1871-06"], id="inside a run"
        ),
        pytest.param("In late 1872 they struck. In February he fell.", ["1872", "1873-02"], id="after late"),
        pytest.param("In early June he fell ill; on the 14th he died.", ["1870-06", "1870-06-14"], id="early"),
        pytest.param(
            "On 5 May he had a fever that had been treated in 1848. He died the next day.",
            ["1870-05-05", "1848", "1870-05-06"],
            id="a year aside",
        ),
        pytest.param(
            "In July the Act of 1870 was passed. That month he died.",
            ["1870-07", "1870", "1870-07"],
            id="a thing's year",
        ),
    ],
)
def test_the_story_goes_on(text: str, expected: list[str]) -> None:
    assert [value for _, value in read(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Two years later (1873) he fell.", ["1873", "1873"], id="years in brackets"),
        pytest.param("A year later, in 1873, he fell.", ["1873", "1873"], id="years with a comma"),
        pytest.param("The next day, 7 April 1875, he fell.", ["1875-04-07", "1875-04-07"], id="a day"),
        pytest.param("At the same time (1880) he fell.", ["1880", "1880"], id="the same time"),
        pytest.param("The following spring (1881) he fell.", ["1881-SP", "1881"], id="a season"),
        pytest.param("That night (5 May 1882) he fell.", ["1882-05-05TNI", "1882-05-05"], id="a night"),
        pytest.param("A year later, on 5 May 1890, he fell.", ["1890", "1890-05-05"], id="year and day"),
        pytest.param("A month later, in 1890, he fell.", ["1870-11", "1890"], id="month and year do not fit"),
        pytest.param("A few years later (1884) he fell.", ["FUTURE_REF", "1884"], id="vague"),
        pytest.param("In the sixth year of the revolt (1884) he fell.", ["1884", "1884"], id="a year of a revolt"),
        pytest.param("Two years after the storm (1884) he fell.", ["1872", "1884"], id="the storm's own year"),
    ],
)
def test_a_date_in_brackets_says_a_time_again(text: str, expected: list[str]) -> None:
    assert [value for _, value in read(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("In 1875 he broke the pact of 1702. Two years later he fell.", "1877", id="a thing's year"),
        pytest.param("In 1875 he set a record that stood until 1905. Two years later he fell.", "1877", id="until"),
        pytest.param(
            "In 1875 they built it, after a town founded in 1862. Ten years later they left.", "1885", id="a year ahead"
        ),
        pytest.param(
            "He ruled from 1871 until 1880. He had led the revolt of 1862 and fled the following year.",
            "1863",
            id="in the same sentence",
        ),
        pytest.param("In 1875, a mere two years after Apollo fell, he came.", "1875", id="a mere"),
    ],
)
def test_what_is_told_aside_is_not_counted_from(text: str, expected: str) -> None:
    assert read(text)[-1][1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "On 28 October 1871 they marched. In March they were beaten.", "1872-03", id="on over the new year"
        ),
        pytest.param("On 28 March 1871 they marched. In January they had met.", "1871-01", id="back within a year"),
        pytest.param(
            "They crossed on 21 April 1871. The union was founded on 1 October. The king left on 23 April.",
            "1871-04-23",
            id="back to where it was",
        ),
        pytest.param(
            "In March 1871 there were 3,500 men, and 200,000 by December. In May they were beaten.",
            "1871-05",
            id="back from a look ahead",
        ),
        pytest.param(
            "The war broke out on 1 May 1871. There are, as of 7 June 1874, no ruins. In August it ended.",
            "1871-08",
            id="as of",
        ),
    ],
)
def test_the_year_of_a_month(text: str, expected: str) -> None:
    assert read(text)[-1][1] == expected


def test_one_year_may_be_a_length_beside_a_date() -> None:
    assert [value for _, value in read("They made a truce for one year in April 1871.")] == ["P1Y", "1871-04"]
