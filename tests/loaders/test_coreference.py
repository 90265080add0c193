import pytest

from tests.loaders.cast import meant_by, referred


@pytest.mark.parametrize(
    ("word", "paragraphs", "actor"),
    [
        ("She", ("Kim Hong-kyun met Kim Yo-jong.", "She spoke for an hour."), "kim_yo_jong"),
        ("He", ("Kim Yo-jong met Kim Hong-kyun.", "He spoke for an hour."), "kim_hong_kyun"),
        ("He", ("John Kirby spoke on Monday.", "He warned that more would follow."), "john_kirby"),
        ("its", ("Russia said that it would double its exports.",), "russia"),
        ("it", ("The Kremlin declined to answer. However, it insisted on its right to trade.",), "russia"),
        ("They", ("The South Koreans are watching. They promise to question any captive.",), "south_korea"),
        (
            "them",
            ("Kyiv launched an appeal to North Korean soldiers, urging them to surrender.",),
            "north_korea.troops",
        ),
        ("themselves", ("Russian soldiers saw the drones and hid themselves in a barn.",), "russia.troops"),
        ("Her", ("Her statement surprised the South. Kim Yo-jong had kept silent.",), ""),
    ],
)
def test_a_pronoun_means_the_most_present_one_that_fits(word: str, paragraphs: tuple[str, ...], actor: str) -> None:
    assert meant_by(word, *paragraphs) == actor


def test_a_pronoun_may_come_before_its_name() -> None:
    assert meant_by("her", "Lloyd Austin left.", "In her statement, Kim Yo-jong mocked the plan.") == "kim_yo_jong"


def test_who_spoke_last_goes_on() -> None:
    told = ("Lloyd Austin said that the plan was risky.", "Sergei Lavrov was in Minsk.", "He added that it was late.")
    assert meant_by("He", *told) == "lloyd_austin"


def test_an_object_is_not_its_own_subject() -> None:
    assert meant_by("him", "Dmitry Peskov called Lloyd Austin, and Peskov thanked him.") == "lloyd_austin"


def test_a_pronoun_in_a_quotation_is_not_the_speaker() -> None:
    told = ("Vladimir Putin signed the treaty.", '"He knows what he is doing," John Kirby said.')
    assert meant_by("He", *told) == "vladimir_putin"


@pytest.mark.parametrize(
    "sentence",
    [
        "Russia is quiet. It is believed that two ships left.",
        "Russia is quiet. It has been four months since the ships left.",
        "Russia is quiet. It seems that two ships left.",
        "Russia is quiet. It is clear that two ships left.",
    ],
)
def test_an_empty_it_means_nobody(sentence: str) -> None:
    assert meant_by("It", sentence) == ""


def test_i_and_we_are_those_who_speak() -> None:
    told = ('"I will not go," Kim Yo-jong said.', '"We condemn it," the Pentagon said.')
    assert meant_by("I", *told) == "kim_yo_jong"
    assert meant_by("I", "``I will not go,'' Kim Yo-jong said.") == "kim_yo_jong"
    assert meant_by("We", *told) == "pentagon"


def test_the_letters_of_a_country_are_no_pronoun() -> None:
    assert meant_by("US", '"They were bred by the US," Kim Yo-jong said.') == "united_states"


@pytest.mark.parametrize(
    ("words", "paragraphs", "actors"),
    [
        ("Both countries", ("Russia and Iran signed a pact. Both countries deny it.",), "russia + iran"),
        ("the countries", ("He accused both Japan and Ukraine. He called the countries weak.",), "japan + ukraine"),
        ("They", ("Vladimir Putin and Xi Jinping met. They shook hands.",), "vladimir_putin + xi_jinping"),
    ],
)
def test_one_word_may_mean_several(words: str, paragraphs: tuple[str, ...], actors: str) -> None:
    assert meant_by(words, *paragraphs) == actors


@pytest.mark.parametrize(
    ("words", "paragraphs", "actor"),
    [
        ("the nation", ("Japan has few ships, and experts say the nation needs more.",), "japan"),
        ("the regime", ("North Korean troops left. Nobody dares to ask the regime why.",), "north_korea"),
        ("the regime", ("Moscow waits. They would die for Kim Jong Un and the regime.",), "north_korea"),
        ("authorities", ("Inside Iran, authorities have closed two papers.",), "iran"),
        (
            "The ministry",
            ("Japan's defence ministry sent a ship. The ministry gave no details.",),
            "japan.defense_ministry",
        ),
        ("The agency", ("The Lake Fishing Agency closed. The agency had two boats.",), "Lake Fishing Agency"),
        ("the military", ("Indonesia mourns. A fire broke out within the military.",), "indonesia.military"),
        ("its army", ("Iran has doubled its army.",), "iran.army"),
        ("its navy", ("Japan is short of sailors; its navy needs more.",), "japan.navy"),
        ("These soldiers", ("About 3,000 Russian soldiers came. These soldiers are young.",), "russia.troops"),
        (
            "around 12,000 soldiers",
            ("Ukrainian troops left Osk.", "North Korea deployed around 12,000 soldiers there."),
            "north_korea.troops",
        ),
        (
            "soldiers",
            ("Ukrainian troops left Osk.", "North Korea has begun to send soldiers."),
            "north_korea.troops",
        ),
        ("its troops", ("North Korea denied that its troops had left.",), "north_korea.troops"),
        ("the Supreme Leader", ("North Korea is quiet. Nobody looked at the Supreme Leader.",), "kim_jong_un"),
        ("the dictator", ("Kim Jong Un watched. The men wrestled before the dictator.",), "kim_jong_un"),
        ("the defector", ("Ri Mok, a defector, spoke. Officers watched the defector.",), "Ri Mok"),
        ("troop", ("Russian troops left. The troop movements were seen from space.",), "russia.troops"),
        ("thousands of Russian soldiers", ("He saw thousands of Russian soldiers.",), "russia.troops"),
    ],
)
def test_a_description_means_what_its_words_say(words: str, paragraphs: tuple[str, ...], actor: str) -> None:
    assert meant_by(words, *paragraphs) == actor


def test_those_called_by_the_same_word_come_first() -> None:
    told = ("Ukrainian forces in Osk have captured two North Korean soldiers.", "The soldiers were moved to Kyiv.")
    assert meant_by("The soldiers", *told) == "north_korea.troops"


def test_a_passive_speaks_of_those_to_whom_the_clause_above_did_something() -> None:
    told = "Investigators were questioning two Russian soldiers after they were captured near Osk."
    assert meant_by("they", told) == "russia.troops"


def test_what_somebody_claims_of_it_is_claimed_of_the_one_who_claims() -> None:
    told = "The announcement follows North Korea's claim that it had won."
    assert meant_by("it", told) == "north_korea"


def test_the_spy_agency_is_no_news_agency() -> None:
    told = ("South Korea's spy agency sees no troops.", "Yonhap news agency said so.", "The spy agency saw none.")
    assert meant_by("The spy agency", *told) == meant_by("South Korea's spy agency", *told)


def test_our_soldiers_are_nobody_talked_about() -> None:
    assert (
        meant_by("Our soldiers", "Russian soldiers came.", "“Our soldiers held the town,” he said.") == "Our soldiers"
    )


def test_somebody_unnamed_speaks_of_himself() -> None:
    told = ("Kim Jong Un watched two prisoners.", "One said he had been sent abroad.")
    assert meant_by("he", *told) == ""
    assert meant_by("He", "Kim Jong Un watched two prisoners.", "He had been abroad.") == "kim_jong_un"


@pytest.mark.parametrize(
    ("published", "actor"),
    [("2024-10-25", "yoon_suk_yeol"), ("2025-08-01", "lee_jae_myung")],
)
def test_an_office_is_whoever_held_it_that_day(published: str, actor: str) -> None:
    sentence = "On Monday the South Korean president condemned the plan."
    assert meant_by("the South Korean president", sentence, published=published) == actor


def test_the_holder_of_an_office_before_is_not_the_holder_today() -> None:
    assert meant_by("The former South Korean president", "The former South Korean president spoke.") != "yoon_suk_yeol"


def test_an_ambassador_is_known_by_where_he_was_sent() -> None:
    assert meant_by("Britain's ambassador", "Britain's ambassador to the UN spoke.") == "barbara_woodward"


def test_a_description_beside_a_name_means_the_one_named() -> None:
    sentence = "Kim Hong-kyun, the South's first vice foreign minister, said that South Korea would act."
    assert meant_by("the South's first vice foreign minister", sentence) == "kim_hong_kyun"


def test_a_speaker_without_introduction_was_described_before() -> None:
    told = ("A Japanese diplomat said that the war was near.", "Kuninori Matsuda told a reporter that he was worried.")
    assert meant_by("A Japanese diplomat", *told) == "kuninori_matsuda"


def test_people_are_their_soldiers_where_the_talk_is_of_those() -> None:
    told = "About 3,000 North Korean soldiers arrived. The North Koreans need training."
    assert meant_by("North Koreans", told) == "north_korea.troops"


def test_those_who_rule_keep_their_own_word() -> None:
    found = referred("North Korea closed the border. The authorities gave no reason.")
    assert [m.name for m in found.mentions if m.text == "The authorities"] == ["North Korean authorities"]


def test_what_no_row_and_no_name_explains_is_described() -> None:
    found = referred("Several young sailors from Osk spoke.")
    assert [(m.name, m.actor, m.kind) for m in found.mentions if m.rule == "description"] == [
        ("young sailors from Osk", None, "group")
    ]


def test_actors_made_on_the_way_are_handed_on() -> None:
    assert "japan.navy" in {actor.id for actor in referred("Japan says that its navy is small.").actors}


def test_a_caption_does_not_change_whom_the_text_means() -> None:
    from loaders.actors import find_actors
    from loaders.coreference import refer
    from loaders.lexicon.actors import lexicon
    from tests.loaders.grammar import trees_of

    body = trees_of("Lloyd Austin spoke.", "x" * 30, "He left early.")
    caption = trees_of("." * 19, "Boris Johnson in a boat.", kind="caption")[1]
    trees = (body[0], caption, body[2])
    found = refer(trees, find_actors("d1", trees, lexicon()), lexicon())
    assert [m.actor for m in found.mentions if m.text == "He"] == ["lloyd_austin"]


def test_a_share_of_people_means_the_people() -> None:
    assert meant_by("quarter of voters", "Only a quarter of voters favoured the treaty.") == "voters"


def test_whom_somebody_works_for_belongs_to_the_description() -> None:
    told = "A detective for the Osk Museum was arrested."
    assert meant_by("A detective", told) == "detective for the Osk Museum"


def test_what_happened_in_a_headline_is_no_part_of_a_description() -> None:
    assert meant_by("Bank robber", "Bank robber arrested after trying to leave town") == "Bank robber"


def test_a_part_in_what_happened_is_nobody_named_before() -> None:
    told = ("Ann Palm said that she saw a car.", "The driver left.")
    assert meant_by("The driver", *told) == "driver"


def test_who_is_identified_as_somebody_is_that_one() -> None:
    told = ("Ann Palm was shot in Osk.", "Police identified the suspect as Jose Lund.")
    assert meant_by("the suspect", *told) == "Jose Lund"


@pytest.mark.parametrize(
    ("introduced", "body"),
    [
        pytest.param("Ukraine's foreign minister Ann Palm said", "ukraine", id="the office of a state"),
        pytest.param("Ukraine's Foreign Minister Ann Palm said", "ukraine", id="an office with capitals"),
        pytest.param("Ann Palm, head of the Osk Museum, said", "Osk Museum", id="set behind the name"),
        pytest.param("Osk Museum spokeswoman Ann Palm said", "Osk Museum", id="set before the name"),
        pytest.param("Ann Palm of the Osk Museum said", "Osk Museum", id="of"),
        pytest.param("Ukrainian analyst Ann Palm said", "", id="who only comes from there"),
    ],
)
def test_we_is_the_body_that_the_speaker_was_introduced_with(introduced: str, body: str) -> None:
    assert meant_by("We", f'{introduced}: "We found two ships."') == body


def test_we_keeps_to_the_introduction_of_an_earlier_paragraph() -> None:
    told = ("Ann Palm, head of the Osk Museum, left.", 'Palm said: "We found two ships."')
    assert meant_by("We", *told) == "Osk Museum"


def test_a_member_of_a_team_speaks_for_the_team_talked_about() -> None:
    told = ("A Sudrian team won.", 'Team member Ann Palm said: "We trained for years."')
    assert meant_by("We", *told) == "Sudrian team"


def test_a_description_that_names_another_means_another() -> None:
    told = ("A Japanese team won the cup.", "The Ukrainian team won the medal.")
    assert meant_by("The Ukrainian team", *told) == "Ukrainian team"


def test_a_court_is_no_museum() -> None:
    told = ("The Osk Museum lost its case.", "The court closed at noon.")
    assert meant_by("The court", *told) == "court"


def test_a_bare_description_means_what_the_text_is_about() -> None:
    told = (
        "A Japanese team flew to Osk.",
        "It had trained for years. It was greeted by a crowd.",
        "The Ukrainian team won the medal.",
        "The team went home in May.",
    )
    assert meant_by("The team", *told) == "Japanese team"


def test_whom_a_relative_clause_tells_of_is_not_its_subject() -> None:
    told = ("Kim Yo-jong spoke.", "An artist she had hired left.")
    assert meant_by("she", *told) == "kim_yo_jong"
