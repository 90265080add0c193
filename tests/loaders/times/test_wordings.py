"""How reports word times: clocks, weekends, quarters, parts of units, in sentences made up for this test."""

import pytest

from tests.loaders.times.reading import days, told

D = pytest.param
CLOCKS = [
    D("It shook at 6:45 a.m. local time Tuesday.", ["2024-10-22T06:45"], id="local time"),
    D("It shook at 10:35 p.m. on Wednesday night.", ["2024-10-23T22:35"], id="on a night"),
    D("He spoke Tuesday night at 8:30 p.m.", ["2024-10-22T20:30"], id="a night at"),
    D("It shook in the small hours of Monday.", ["2024-10-21TMO"], id="small hours"),
    D("It shook in the early hours of Monday morning.", ["2024-10-21TMO"], id="early hours of a morning"),
    D("It shook overnight Monday.", ["2024-10-21TNI"], id="overnight Monday"),
    D("They changed overnight.", [], id="overnight, quickly"),
    D("It shook at 2 in the morning.", ["2024-10-25T02:00"], id="in the morning"),
    D("It shook at half past nine.", ["2024-10-25T09:30"], id="half past"),
    D("It shook at a quarter to nine p.m. on Monday.", ["2024-10-21T20:45"], id="quarter to"),
    D("From 6 to 8 p.m. on Monday.", ["2024-10-21T18:00/2024-10-21T20:00"], id="range of one half of the day"),
    D("From 11 to 1 p.m. Monday.", ["2024-10-21T11:00/2024-10-21T13:00"], id="range over noon"),
    D("Between 9:30 and 11:00 on Monday.", ["2024-10-21T09:30/2024-10-21T11:00"], id="between, by the clock"),
    D("Between 0300 and 0400 hours on Monday.", ["2024-10-21T03:00/2024-10-21T04:00"], id="between, military"),
    D("They lost 6 to 8.", [], id="a score"),
]
COUNTED = [
    D("A quarter-century ago he left.", ["1999"], id="quarter-century"),
    D("It took three quarters of an hour.", ["PT45M"], id="three quarters of an hour"),
    D("It took three quarters of the vote.", [], id="three quarters of something"),
    D("A year and a half ago he left.", ["2023"], id="a year and a half ago"),
    D("He left a month ago to the day.", ["2024-09-25"], id="to the day"),
    D("The semiannual and biennial fairs opened.", ["P6M", "P2Y"], id="semiannual"),
    D("It meets on the first Monday of each month.", ["P1M"], id="first Monday of each month"),
    D("It meets every Monday and Thursday.", ["XXXX-WXX-1", "XXXX-WXX-4"], id="every two"),
    D("It happened one day last week.", ["2024-W42"], id="one day last week"),
    D("He got one day in jail.", ["P1D"], id="one day, how long"),
    D("Shares rose in after-hours trading.", [], id="after-hours"),
    D("It will open as soon as Monday.", ["2024-10-28"], id="as soon as"),
]
CALENDAR = [
    D("FY2024 and FY 2023 were good.", ["2024", "2023"], id="FY"),
    D("Sales in Q3 of 2023 rose.", ["2023-Q3"], id="Q3 of"),
    D("Sales in the quarter ended June 30 rose.", ["2024-Q2", "2024-06-30"], id="quarter ended"),
    D("In the week beginning Oct. 14 he left.", ["2024-W42", "2024-10-14"], id="week beginning"),
    D("The week ended with a rally.", [], id="a week that ended"),
    D("Third-quarter sales rose from $2 million a year ago.", ["2024-Q3", "2023-Q3"], id="compared with a year ago"),
    D("In 2022/23 it lost money.", ["2022/2023"], id="slash"),
    D("They fled in 2022/17 of the cases.", [], id="no slash of years"),
    D("It fell on Oct. 7 last year.", ["2023-10-07"], id="day last year"),
    D("It fell on Christmas Eve last year.", ["2023-12-24"], id="feast last year"),
    D("It fell at this time last year.", ["2023-10"], id="this time last year"),
    D("They met last week on Thursday.", ["2024-10-17"], id="last week on"),
    D("They met on the eve of Independence Day.", ["2024-07-03"], id="eve of a day"),
    D("Over Labor Day weekend and Thanksgiving weekend it shut.", ["2024-W35-WE", "2023-W47-WE"], id="long weekends"),
    D("It shut in the winter months.", ["2023-WI"], id="winter months"),
    D("The fair runs 3 to 7 November.", ["2024-11-03/2024-11-07"], id="run before a full stop"),
    D("Lunar New Year is near.", [], id="another new year"),
    D("It shut this year's Thanksgiving.", ["2024-11-28"], id="this year's feast"),
    D("It shut last year in May.", ["2023-05"], id="last year in May"),
    D("It shut on the last weekend of September.", ["2024-W39-WE"], id="a weekend of a month"),
    D("Five years ago next month it shut.", ["2019-11"], id="ago next month"),
    D("It is due year-end 2023.", ["2023"], id="year-end of a year"),
    D("It will be shut for the rest of the week.", ["2024-W43"], id="rest of the week"),
    D("It closed in the noughties.", ["200X"], id="noughties"),
    D("It ran between May 1, 2015, and May 5, 2018.", ["2015-05-01/2018-05-05"], id="between, with a comma"),
    D("By mid-century and midyear all will be shut.", ["20XX", "2024"], id="middles"),
    D("Votes set for March were put off.", ["2025-03"], id="for March"),
]
FURTHER = [
    D("It opens the week after next.", ["2024-W45"], id="week after next"),
    D("It opened the week before last.", ["2024-W41"], id="week before last"),
    D("The day before last Tuesday he left.", ["2024-10-21"], id="day before last Tuesday"),
    D("It opens the Friday after next.", ["2024-11-08"], id="Friday after next"),
    D("It opens a week from tomorrow.", ["2024-11-02"], id="from tomorrow"),
    D("It shuts every few months.", ["PXM"], id="every few"),
    D("He spoke Tuesday early morning.", ["2024-10-22TMO"], id="early morning behind its day"),
    D("He spoke at 8 a.m. ET on Thursday.", ["2024-10-24T08:00"], id="ET"),
    D("He spoke at 8 a.m. (1300 GMT) Thursday.", ["2024-10-24T08:00"], id="no year of an hour"),
    D("It shook at 1353 (1023 GMT) on Monday.", ["2024-10-21T13:53"], id="hours in four digits"),
    D("It shook at 1930 local time on Monday.", ["2024-10-21T19:30"], id="no year of local time"),
    D("It shook in the early hours of the morning.", ["2024-10-25TMO"], id="early hours"),
    D("He stayed in the early hours of work.", ["PTXH"], id="early hours of something"),
    D("He waited nine minutes before coming back.", ["PT9M"], id="before coming"),
    D("Roads ice up at this time of year.", [], id="this time of year"),
    D("They won with a fourth quarter comeback.", [], id="a quarter of a match"),
    D("Patch Tuesday came.", [], id="a name"),
    D("Sales fell in May from the same month last year.", ["2024-05", "2023-05"], id="same month last year"),
    D(
        "Tarn was sold in 1996. It is up since the start of the year.",
        ["1996", "2024"],
        id="since the start of the year",
    ),
    D("It comes once a decade.", ["P10Y"], id="once a decade"),
    D("August was the hottest month.", ["2024-08"], id="a month begins its sentence"),
    D("August was born here.", [], id="a name begins its sentence"),
    D("Two dozen years ago it fell.", ["2000"], id="two dozen"),
    D("Two full years ago it fell.", ["2022"], id="two full years"),
    D("It fell a week or two ago.", ["PAST_REF"], id="or two"),
    D("It fell a day or so ago.", ["2024-10-24"], id="or so"),
    D("It has stood ever since May.", ["2024-05"], id="ever since May"),
    D("As long ago as 1999 it fell.", ["1999"], id="as long ago as"),
    D("It fell in May/June 2023. It rose in April or May.", ["2023-05", "2023-06", "2024-04", "2024-05"], id="or May"),
    D("It fell the night before last.", ["2024-10-23TNI"], id="the night before last"),
    D("It shut from Monday to Wednesday of last week.", ["2024-10-14/2024-10-16"], id="of last week"),
    D("May was the wettest month.", ["2024-05"], id="May begins its sentence"),
    D("Over the past quarter-century it fell.", ["P25Y"], id="past quarter-century"),
    D("It rose as recently as April.", ["2024-04"], id="as recently as"),
    D("The two-year-olds ran for two years.", ["P2Y"], id="olds"),
    D("It costs $3 a year from 2026.", ["P1Y", "2026"], id="a rate from a year"),
    D("Sales in 2024-Q2 fell; in the prior year they rose.", ["2024-Q2", "2023"], id="prior"),
    D("On the night of May 17 it came. By daybreak it was gone.", ["2024-05-17TNI", "2024-05-18TMO"], id="daybreak"),
    D("He will speak Monday. He fell at 9 p.m.", ["2024-10-28", "2024-10-25T21:00"], id="no hour of a day to come"),
    D("He spoke Monday. He will sing at 9 p.m.", ["2024-10-21", "2024-10-25T21:00"], id="no hour of a day gone by"),
    D("On May 2, 2022, he fled.\n\nHe spoke at 5 p.m.", ["2022-05-02", "2024-10-25T17:00"], id="no day long past"),
    D("It shook at 5 a.m. local time (2100 GMT Monday).", ["2024-10-25T05:00", "2024-10-21T21:00Z"], id="said again"),
    D("Shares fell in late afternoon trading.", ["2024-10-25TAF"], id="trading"),
    D("They met on the eve of the Fourth of July.", ["2024-07-03"], id="eve of the Fourth"),
    D("They want a vote no later than April.", ["2025-04"], id="no later than"),
    D("This week 3% won, from 2% a year ago.", ["2024-W43", "2023"], id="no week a year ago"),
    D("From 4 p.m. Monday to 5 p.m. Tuesday.", ["2024-10-21T16:00/2024-10-22T17:00"], id="over two days"),
]


@pytest.mark.parametrize(("text", "values"), CLOCKS + COUNTED + CALENDAR + FURTHER)
def test_wordings_of_reports_are_read(text: str, values: list[str]) -> None:
    assert [value for _, value, _ in told(text) if value] == values


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        D("The fair runs Friday and Saturday.", ["2024-10-25", "2024-10-26"], id="neighbours"),
        D("He spoke Monday and Tuesday.", ["2024-10-21", "2024-10-22"], id="both past"),
        D("It will open in the months ahead.", ["2024-10-25/.."], id="ahead"),
        D("He rested in the days ahead of the vote.", [None], id="ahead of something"),
        D("He fled in the last days of the war.", [None], id="last days of something"),
        D("He rested in the last days.", ["../2024-10-25"], id="last days"),
        D("It snowed overnight Sunday into Monday.", ["2024-10-20/2024-10-21"], id="into Monday"),
        D("In 2007 she met her future king.", ["2007", None], id="what is of the future"),
        D("He works 3-4pm.", [None], id="a range of hours without its day"),
    ],
)
def test_wordings_of_reports_have_their_days(text: str, edtf: list[str | None]) -> None:
    assert days(text) == edtf


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        D("Talks resume Friday.", "2024-10-25", id="simple present"),
        D("Talks did not resume Friday.", "2024-10-18", id="did not"),
        D("Talks failed to resume Friday.", "2024-10-18", id="failed to"),
        D("Voters go to the polls Sunday.", "2024-10-27", id="go to"),
        D("The envoy is leaving Friday.", "2024-10-25", id="is leaving"),
        D("Rain is forecast for Friday.", "2024-10-25", id="forecast for"),
        D("The film marked a return to the days of Friday.", "2024-10-18", id="a return is no verb"),
        D("The road was shut due to snow on Saturday.", "2024-10-19", id="due to a reason"),
        D("The road is now due to open on Saturday.", "2024-10-26", id="due to do something"),
        D("They were able to leave by Saturday.", "../2024-10-19", id="able to"),
        D("They were told to leave by Saturday.", "2024-10-23/2024-10-26", id="told to"),
        D("They plan on postponing talks until Monday.", "2024-10-23/2024-10-28", id="postponing"),
        D("What it means over the weekend is open.", "2024-10-19/2024-10-20", id="weekend, told in midweek"),
        D("He saw a risk in the future.", "2024-10-23/..", id="the future is ours"),
        D("Hit on Monday, he lay ill. Thursday, May 2, he left.", "2024-05-02", id="a weekday of another year"),
        D("The curfew is in force through Saturday.", "2024-10-26", id="through"),
        D("He left on Friday and was to return.", "2024-10-18", id="another clause after and"),
        D("She had hoped to be home by Monday.", "../2024-10-21", id="had hoped"),
        D("She hoped to be home by Monday.", "2024-10-23/2024-10-28", id="hoped"),
        D("The teams meet again on Monday.", "2024-10-28", id="meet again"),
        D("The envoy, who came on Monday, will leave.", "2024-10-21", id="a clause inside"),
        D("Under the plan, adopted on Friday, all can go.", "2024-10-18", id="a plan is no verb"),
        D("They plan to leave on Friday.", "2024-10-25", id="they plan"),
        D("It opened in December, not in March as planned.", "2024-03", id="as planned"),
        D("A strike was called for this Friday.", "2024-10-25", id="this Friday is never over"),
        D("They will meet and be heard on Monday.", "2024-10-28", id="and be"),
        D("The trial, delayed in January, goes on.", "2024-01", id="delayed in"),
        D("The trial, delayed until January, goes on.", "2024-10-23/2025-01-31", id="delayed until"),
        D("“They will wait until June,” said Ira.", "2024-10-23/2025-06-30", id="what stands behind a quote"),
        D("They meet next Thursday.", "2024-10-31", id="next Thursday is not tomorrow"),
        D("They meet next Friday.", "2024-10-25", id="next Friday"),
        D("A storm will cross the hills and reach us by Monday, the office said.", "2024-10-23/2024-10-28", id="who"),
        D("On Monday, officials said they would go.", "2024-10-21", id="when it was told"),
        D("The threat ends on Monday.", "2024-10-28", id="ends"),
        D("The ships, hit in May, will leave.", "2024-05", id="May is no modal"),
    ],
)
def test_the_simple_present_tells_of_what_is_planned(text: str, edtf: str) -> None:
    assert days(text, "2024-10-23")[-1] == edtf


MONDAYS = " He spoke on Monday." * 2


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        D("She was shot on May 12, 2003, and died on May 14.", "2003-05-14", id="two days later"),
        D("She was shot on May 12, 2003, and he was freed on March 3.", "2024-03-03", id="long after"),
        D("She was shot on May 12, 2003, and he will be tried on May 14.", "2025-05-14", id="ahead"),
        D("She was shot on May 12, 2003. He was freed on June 14.", "2024-06-14", id="another sentence"),
        D("In 2003, the shots were fired on May 14.", "2003-05-14", id="a year that begins the sentence"),
        D("She was shot in May 2003. The worst day was May 14.", "2003-05-14", id="a day of the month told"),
        D("She was shot on May 12, 2003. By the 16th he was free.", "../2003-05-16", id="a numbered day of that month"),
    ],
)
def test_a_day_near_a_full_date_of_its_sentence_is_of_its_year(text: str, edtf: str) -> None:
    assert days(text + MONDAYS)[1] == edtf


def test_a_run_of_days_leaves_the_full_stop() -> None:
    assert told("It runs 3 to 7 November.")[0][0] == "3 to 7 November"
