"""What reports of companies, courts and matches say of times, in sentences made up for this test."""

import pytest

from tests.loaders.times.reading import days, read, told

D = pytest.param
BUSINESS = [
    D("Third-quarter profit rose.", ["2024-Q3"], id="hyphen"),
    D("Fiscal third-quarter profit rose.", ["2024-Q3"], id="fiscal"),
    D("Third-quarter profit is expected to rise.", ["2024-Q3"], id="what is reported after its end"),
    D("Sales fell in the fourth quarter of fiscal 2023.", ["2023-Q4"], id="of a fiscal year"),
    D("Sales fell in the third quarter of last year.", ["2023-Q3"], id="of last year"),
    D("Sales fell in this year's second quarter.", ["2024-Q2"], id="this year's"),
    D("Sales fell last quarter.", ["2024-Q3"], id="last"),
    D("Sales will fall next quarter.", ["2025-Q1"], id="next"),
    D("Sales fell in the latest quarter.", ["2024-Q3"], id="latest, not the one that runs"),
    D("Second-quarter sales fell. For the quarter, costs rose.", ["2024-Q2", "2024-Q2"], id="the one told"),
    D("Sales fell in the past two quarters.", ["P2Q"], id="past quarters"),
    D("Sales fell for three straight quarters.", ["P3Q"], id="straight"),
    D("First-half profit rose 5%.", ["2024-H1"], id="half"),
    D("Third-quarter sales rose from $2 million a year earlier.", ["2024-Q3", "2023-Q3"], id="a year earlier"),
    D("Third-quarter sales beat the year-ago quarter.", ["2024-Q3", "2023-Q3"], id="year-ago"),
    D("In September, sales rose from a year earlier.", ["2024-09", "2023-09"], id="month, compared"),
    D("In September, he left. A year earlier, he had come.", ["2024-09", "2023"], id="month, not compared"),
]
LENGTHS = [
    D("The plan runs for two-and-a-half years.", ["P2.5Y"], id="hyphens"),
    D("It took 2 1/2 years.", ["P2.5Y"], id="fraction"),
    D("It took 3½ minutes.", ["PT3.5M"], id="one sign"),
    D("He got a 4-1/2-month term.", ["P4.5M"], id="fraction with a hyphen"),
    D("The weeklong strike and the daylong talks failed.", ["P1W", "P1D"], id="one word"),
    D("It will last five years.", ["P5Y"], id="last is a verb"),
    D("Over the last year sales fell.", ["P1Y"], id="over the last year"),
    D("During the last week of the campaign he spoke.", ["P1W"], id="of something"),
]
VAGUE = [
    D("He left a few months ago.", [("a few months ago", "PAST_REF", "../2024-10-25")], id="some ago"),
    D("He came ten days after the vote.", [("ten days", "P10D", None)], id="after what has no date"),
    D("He fell ill two months prior to the vote.", [("two months", "P2M", None)], id="prior to"),
    D("They met two Sundays ago.", [("two Sundays ago", "2024-10-13", "2024-10-13")], id="Sundays ago"),
    D("He will speak today at 10 a.m.", [("today at 10 a.m.", "2024-10-25T10:00", "2024-10-25")], id="today at"),
    D("He wed on Valentine's Day in 2012.", [("Valentine's Day in 2012", "2012-02-14", "2012-02-14")], id="feast in"),
    D("It makes hundreds of calls a day.", [("a day", "P1D", None)], id="calls a day"),
    D("Twice a week it fails.", [("a week", "P1W", None)], id="twice"),
    D("It was a decades-long feud.", [("decades-long", "PXY", None)], id="a plural unit"),
    D("He left in March. The 20th Corps stayed.", [("March", "2024-03", "2024-03")], id="no day over a full stop"),
    D("It costs $30/day.", [("day", "P1D", None)], id="a slash"),
    D("It was the fifth day of the strike.", [("the fifth day", "", None)], id="of something without a date"),
    D("He left in winter.", [("winter", "2023-WI", "2023-24")], id="winter"),
    D("The summer heat grew.", [("The summer", "2024-SU", "2024-22")], id="the summer heat"),
    D("In 1987 Ford closed a plant.", [("1987", "1987", "1987")], id="a maker after a year"),
    D("A year ago today he left.", [("A year ago today", "2023-10-25", "2023-10-25")], id="ago today"),
    D("A week ago Tuesday he left.", [("A week ago Tuesday", "2024-10-22", "2024-10-22")], id="ago Tuesday"),
    D(
        "Six months ago this week he left.",
        [("Six months ago this week", "2024-W17", "2024-04-22/2024-04-28")],
        id="week",
    ),
    D("He will go a week from Friday.", [("a week from Friday", "2024-11-01", "2024-11-01")], id="from Friday"),
    D("He will go two weeks from now.", [("two weeks from now", "2024-W45", "2024-11-04/2024-11-10")], id="from now"),
    D("Nine months later he died.", [("Nine months later", "P9M", None)], id="later than what nobody tells"),
    D(
        "In the last days of March he left.",
        [("the last days of March", "2024-03", "2024-03-21/2024-03-31")],
        id="days",
    ),
    D(
        "By midafternoon Monday it fell.",
        [("midafternoon Monday", "2024-10-21TAF", "../2024-10-21")],
        id="midafternoon",
    ),
    D("They came before dawn Monday.", [("dawn Monday", "2024-10-21TMO", "../2024-10-20")], id="dawn"),
    D("Over the Easter weekend he left.", [("Easter weekend", "2024-W13-WE", "2024-03-30/2024-03-31")], id="Easter"),
    D("He stayed through the weekend.", [("the weekend", "2024-W42-WE", "2024-10-19/2024-10-20")], id="through"),
    D("He comes on Thursday mornings.", [("Thursday mornings", "XXXX-WXX-4", None)], id="mornings"),
    D("In the second half of May he left.", [("the second half of May", "2024-05", "2024-05-16/2024-05-31")], id="May"),
    D("It began at 9.25 a.m. on Thursday.", [("9.25 a.m. on Thursday", "2024-10-24T09:25", "2024-10-24")], id="dot"),
]


@pytest.mark.parametrize(("text", "values"), BUSINESS + LENGTHS)
def test_reports_of_companies_and_lengths_are_read(text: str, values: list[str]) -> None:
    assert [value for _, value, _ in told(text)] == values


@pytest.mark.parametrize(("text", "found"), VAGUE)
def test_what_is_told_only_roughly_or_aside_keeps_its_words(text: str, found: list[tuple[str, str, str]]) -> None:
    assert told(text) == found


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        D("The vote is Tuesday.", "2024-10-29", id="is"),
        D("The play opens Thursday.", "2024-10-31", id="opens"),
        D("Talks are expected to resume Monday.", "2024-10-28", id="to resume"),
        D("She hoped to return on Sunday.", "2024-10-27", id="hoped to"),
        D("He said on Monday that on Saturday he would go.", "2024-10-21", id="another clause"),
        D("The court could rule Monday.", "2024-10-28", id="could rule"),
        D("Neither could be found Monday.", "2024-10-21", id="could be found"),
        D("They gave him until Monday to leave.", "2024-10-25/2024-10-28", id="until, to"),
        D("He was told to leave by Monday.", "2024-10-25/2024-10-28", id="to leave by"),
        D("Ahead of Sunday's vote, guards were sent.", "2024-10-27", id="ahead of"),
        D("The rally was set for Nov. 3, police said.", "2024-11-03", id="no day of last November without its year"),
        D("The envoy must go by Oct. 21.", "../2024-10-21", id="no day of next October without its year"),
        D("He left Tuesday. The Oct. 21 raid failed.", "2024-10-22", id="no weekday over the end of a sentence"),
    ],
)
def test_a_day_without_its_year_is_a_near_one(text: str, edtf: str) -> None:
    assert days(text)[0] == edtf


def test_an_obituary_dies_on_the_thursday_before_publication() -> None:
    life = " ".join(f"She won in {year}." for year in range(1950, 1972))
    text = f"Ada Holm died Thursday. {life} A sister said last night that she had been ill."
    assert read(text).kind == "narrative"
    found = {words: edtf for words, _, edtf in told(text)}
    assert (found["Thursday"], found["last night"]) == ("2024-10-24", "2024-10-24")
