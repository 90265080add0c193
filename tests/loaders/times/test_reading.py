"""What each way of naming a time gives: TIMEX3 value and days."""

import pytest

from tests.loaders.times.reading import days, told

D = pytest.param
CALENDAR = [
    D("He left on 2024-10-18.", "2024-10-18", "2024-10-18", id="iso"),
    D("He left on October 18, 2024.", "2024-10-18", "2024-10-18", id="month day year"),
    D("He left on 18 October 2024.", "2024-10-18", "2024-10-18", id="day month year"),
    D("He left on the 18th of October, 2024.", "2024-10-18", "2024-10-18", id="the 18th of"),
    D("He left on Monday, Oct. 21.", "2024-10-21", "2024-10-21", id="weekday and short month"),
    D("On Wednesday, Ahmed and Reed are to leave.", "2024-10-30", "2024-10-30", id="names in -ed are no past tense"),
    D("He left on 12/25/2023.", "2023-12-25", "2023-12-25", id="slashes, month first"),
    D("He left on 25/12/2023.", "2023-12-25", "2023-12-25", id="slashes, day first where it must be"),
    D("He left on 25.12.2023.", "2023-12-25", "2023-12-25", id="dots"),
    D("He left in October.", "2024-10", "2024-10", id="month"),
    D("He left in June 2024.", "2024-06", "2024-06", id="month and year"),
    D("He left in 2019.", "2019", "2019", id="year"),
    D("He left in '98.", "1998", "1998", id="two digits"),
    D("It was due in week 2024-W43.", "2024-W43", "2024-10-21/2024-10-27", id="iso week"),
    D("The spring of 1862 was wet.", "1862-SP", "1862-21", id="season and year"),
    D("It fell in the third quarter of 2023.", "2023-Q3", "2023-07-01/2023-09-30", id="quarter"),
    D("It fell in Q2 2024.", "2024-Q2", "2024-04-01/2024-06-30", id="short quarter"),
    D("The first half of 2025 will be hard.", "2025-H1", "2025-01-01/2025-06-30", id="half"),
    D("It began in the 1990s.", "199X", "1990-01-01/1999-12-31", id="decade"),
    D("It began in the nineties.", "199X", "1990-01-01/1999-12-31", id="decade in words"),
    D("It began in the 20th century.", "19XX", "1900-01-01/1999-12-31", id="century"),
    D("He will be home at Christmas.", "2024-12-25", "2024-12-25", id="holiday"),
    D("He died on Easter Monday 2024.", "2024-04-01", "2024-04-01", id="a feast that moves"),
    D("Thanksgiving 2024 was quiet.", "2024-11-28", "2024-11-28", id="a counted weekday"),
    D("It was on the third Monday of May.", "2024-05-20", "2024-05-20", id="third Monday"),
    D("They met in the second week of May 2024.", "2024-W19", "2024-05-08/2024-05-14", id="second week"),
    D("The first two months of 1939 were cold.", "P2M", "1939-01-01/1939-02-28", id="first two months"),
]
PARTS = [
    D("He left in early October.", "2024-10", "2024-10-01/2024-10-10", id="early"),
    D("He left in mid-October.", "2024-10", "2024-10-11/2024-10-20", id="mid"),
    D("He left in late 2023.", "2023", "2023-09-01/2023-12-31", id="late year"),
    D("He left at the end of September.", "2024-09", "2024-09-21/2024-09-30", id="end of month"),
    D("He left in the early 1990s.", "199X", "1990-01-01/1993-12-31", id="early decade"),
    D("He spoke on Thursday night.", "2024-10-24TNI", "2024-10-24", id="night"),
    D("He spoke last night.", "2024-10-24TNI", "2024-10-24", id="last night"),
    D("It fell on the morning of 6 June 1944.", "1944-06-06TMO", "1944-06-06", id="morning of a date"),
    D("It was in the early hours of Sunday.", "2024-10-20TMO", "2024-10-20", id="early hours"),
    D("He came at 14:30 GMT on Tuesday.", "2024-10-22T14:30Z", "2024-10-22", id="clock with zone"),
    D("He came at 5 p.m. on Oct. 18.", "2024-10-18T17:00", "2024-10-18", id="afternoon"),
    D("He came at 0530 hours on 6 June 1944.", "1944-06-06T05:30", "1944-06-06", id="military"),
]
RELATIVE = [
    D("He left today.", "2024-10-25", "2024-10-25", id="today"),
    D("He left yesterday.", "2024-10-24", "2024-10-24", id="yesterday"),
    D("He left last week.", "2024-W42", "2024-10-14/2024-10-20", id="last week is a calendar week"),
    D("He left this week.", "2024-W43", "2024-10-21/2024-10-25", id="this week ends with publication"),
    D("He will leave this week.", "2024-W43", "2024-10-25/2024-10-27", id="this week begins with publication"),
    D("He left this month.", "2024-10", "2024-10", id="this month"),
    D("He left last month.", "2024-09", "2024-09", id="last month"),
    D("He will leave next year.", "2025", "2025", id="next year"),
    D("He left last Friday.", "2024-10-18", "2024-10-18", id="last Friday is not today"),
    D("He left in October of last year.", "2023-10", "2023-10", id="October of last year"),
    D("He left on Friday of last week.", "2024-10-18", "2024-10-18", id="Friday of last week"),
    D("He left two days ago.", "2024-10-23", "2024-10-23", id="days ago"),
    D("He left a fortnight ago.", "2024-W41", "2024-10-07/2024-10-13", id="fortnight ago"),
    D("He left four months ago.", "2024-06", "2024-06", id="months ago"),
    D("He left over 70 years ago.", "1954", "../1954-12-31", id="over years ago"),
    D("He left less than a year ago.", "2023", "2023-10-25/2024-10-25", id="less than a year ago"),
    D("It has been four months since they came.", "2024-06", "2024-06", id="months since"),
    D("He left two and a half years ago.", "2022", "2022", id="halves"),
    D("Over the past two weeks it grew.", "P2W", "2024-10-11/2024-10-25", id="past two weeks"),
    D("In recent months it grew.", "PXM", "../2024-10-25", id="recent months"),
    D("It has stood for ten years.", "P10Y", "2014-01-01/2024-10-25", id="for ten years until now"),
    D("He must leave within 48 hours.", "PT48H", "2024-10-25/2024-10-27", id="within hours"),
    D("He recently left.", "PAST_REF", "../2024-10-25", id="recently"),
    D("He has thus far stayed.", "", "../2024-10-25", id="thus far"),
    D("He is currently away.", "PRESENT_REF", "2024-10-25", id="currently"),
    D("He will soon leave.", "", "2024-10-25/..", id="soon"),
]
NO_DAYS = [
    D("They trained for three days.", "P3D", id="length"),
    D("They have a five-year plan.", "P5Y", id="plan"),
    D("They spent half an hour there.", "PT30M", id="half an hour"),
    D("They waited for weeks.", "PXW", id="vague"),
    D("They meet every day.", "P1D", id="every day"),
    D("They meet on Fridays.", "XXXX-WXX-5", id="weekdays"),
    D("They meet weekly.", "P1W", id="weekly"),
    D("They fire 30 a day.", "P1D", id="rate"),
    D("In 264 BC, the war began.", "BC0264", id="before Christ"),
    D("He came back two days after the vote.", "P2D", id="from an event without a date"),
]
RANGES = [
    D("They met on October 18–20.", "2024-10-18/2024-10-20", id="dash"),
    D("They met from October 18-20.", "2024-10-18/2024-10-20", id="from, dash"),
    D("They met from 30 September to 2 October 2024.", "2024-09-30/2024-10-02", id="over a month's end"),
    D("It was shut from March to the end of October.", "2024-03-01/2024-10-31", id="to the end of"),
    D("He ruled from 1998 until 2003.", "1998-01-01/2003-12-31", id="years"),
    D("He died in 1989–90.", "1989-01-01/1990-12-31", id="short second year"),
    D("It was shut from December to February 2024.", "2023-12-01/2024-02-29", id="over a year's end"),
    D("Since June, it has been shut.", "2024-06-01/2024-10-25", id="since"),
    D("The brigade is due to move by the end of October.", "2024-10-25/2024-10-31", id="by, ahead"),
    D("By Friday, 20 people had died.", "../2024-10-25", id="by, past"),
    D("They were kept out until last week.", "../2024-10-20", id="until"),
    D("He had left before 2022.", "../2021-12-31", id="before"),
    D("The strike will last until Sunday.", "2024-10-25/2024-10-27", id="until, ahead"),
    D("The bridge will not open until December.", "2024-12", id="not until"),
]


@pytest.mark.parametrize(("text", "value", "edtf"), CALENDAR + PARTS + RELATIVE)
def test_a_time_is_read_as_wide_as_its_words(text: str, value: str, edtf: str) -> None:
    assert [(value_, edtf_) for _, value_, edtf_ in told(text)] == [(value, edtf)]


@pytest.mark.parametrize(("text", "value"), NO_DAYS)
def test_lengths_and_repetitions_have_no_days(text: str, value: str) -> None:
    assert [(value_, edtf) for _, value_, edtf in told(text)] == [(value, None)]


@pytest.mark.parametrize(("text", "edtf"), RANGES)
def test_prepositions_and_dashes_make_ranges(text: str, edtf: str) -> None:
    assert days(text) == [edtf]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        D("The envoy will leave on Wednesday.", "2024-10-30", id="will"),
        D("The envoy is due to leave on Wednesday.", "2024-10-30", id="due to"),
        D("A vote is set for Wednesday.", "2024-10-30", id="set for"),
        D("The envoy may leave on Wednesday.", "2024-10-30", id="may"),
        D("The envoy left on Wednesday.", "2024-10-23", id="irregular past"),
        D("The envoy departed on Wednesday.", "2024-10-23", id="regular past"),
        D("The envoy may have left on Wednesday.", "2024-10-23", id="may have"),
        D("Wednesday's talks failed.", "2024-10-23", id="what a day held"),
        D("The envoy spoke on Friday.", "2024-10-25", id="the day of publication"),
        D("In January he left.", "2024-01", id="month past"),
        D("In January he will leave.", "2025-01", id="month ahead"),
        D("It will start in mid-October.", "2025-10-11/2025-10-20", id="a part of the month that is over"),
        D("He said on Thursday that they will leave.", "2024-10-24", id="the nearest verb counts"),
    ],
)
def test_tense_says_on_which_side_of_publication_it_lies(text: str, edtf: str) -> None:
    assert days(text) == [edtf]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        D("The raid came on October 3. Two days later, they left.", ["2024-10-03", "2024-10-05"], id="days later"),
        D("The raid came on October 3. The next day, they left.", ["2024-10-03", "2024-10-04"], id="next day"),
        D("The raid came on October 3. That day, they left.", ["2024-10-03", "2024-10-03"], id="that day"),
        D("The raid came on October 3. Later, there was a drill.", ["2024-10-03", "2024-10-03"], id="later"),
        D("The pact came in May 2023. Later that year, he left.", ["2023-05", "2023"], id="that year"),
        D("The raid came on October 3. Subsequently, he left.", ["2024-10-03", "2024-10-03/2024-10-25"], id="after"),
        D("The raid came on October 3. At noon, they left.", ["2024-10-03", "2024-10-03"], id="clock of the day told"),
        D(
            "He fled in 2014. It is due by the end of the year.",
            ["2014", "2024-10-25/2024-12-31"],
            id="end of the year ahead",
        ),
        D(
            "The pact of 2014 came late. It was dead at the end of the year.",
            ["2014", "2014-09-01/2014-12-31"],
            id="its end",
        ),
        D("They left on the 18th and the 21st.", ["2024-10-18", "2024-10-21"], id="two days"),
        D("They left on May 6 and 7.", ["2024-05-06", "2024-05-07"], id="a list"),
    ],
)
def test_some_words_count_from_what_was_told_before(text: str, edtf: list[str]) -> None:
    assert days(text) == edtf


def test_later_may_open_a_paragraph() -> None:
    assert days("Later, there was a drill.") != []


def test_meanwhile_turns_to_something_else() -> None:
    assert days("Osei left on Monday. Lind, meanwhile, offered help.") == ["2024-10-21"]


def test_at_the_same_time_as_a_year_is_no_date() -> None:
    assert days("Osei left in 1948. At the same time, it was a success.")[-1] is None


def test_days_are_counted_from_a_day_and_not_from_a_month() -> None:
    text = "Osei spoke on Monday of the treaty of June 2020. Two days earlier, the guards had left."
    assert days(text)[-1] == days("Osei spoke on Monday. Two days earlier, the guards had left.")[-1]
    text = "Osei scored on Monday, his first goal since 1958. Six minutes later, Lind scored."
    assert days(text)[-1] == "2024-10-21"


def test_without_a_publication_date_relative_words_have_no_days() -> None:
    assert told("He left on Wednesday, October 23.", None) == [("Wednesday, October 23", "XXXX-10-23", None)]
    assert days("He left yesterday, in 2019 and last week.", None) == [None, "2019", None]


def test_a_publication_month_widens_what_is_counted_from_it() -> None:
    assert days("He is currently away and left recently.", "2025-03-01/2025-03-31") == ["2025-03", "../2025-03-31"]
    assert days("He left in 2022.", "2025-03-01/2025-03-31") == ["2022"]
