import pytest

from index import Document, Kind, Quotation, Span, quotations
from index.entities import people_in
from index.parties import introduced, party_name
from index.people import Mention, People
from index.resolution import Resolved, Resolver
from index.roles import called, learnt
from index.sentences import sentences
from index.speech_verbs import is_speech
from tests.fakes import ARTICLE

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")


def said(text: str) -> list[tuple[str, str | None, list[str]]]:
    return [(one.kind.value, one.name, [piece.text for piece in one.words]) for one in quotations(Document("a", text))]


@pytest.fixture(scope="module")
def article() -> list[Quotation]:
    text = ARTICLE.read_bytes().decode()
    return list(quotations(Document("article", text, body=Span(0, text.index("LINK:")))))


@pytest.mark.model
def test_kirbys_four_statements_are_his_and_nobody_elses(article: list[Quotation]) -> None:
    kirby = [one for one in article if one.name == "John Kirby"]

    assert [(one.kind, one.words[0].text[:30]) for one in kirby] == [
        (Kind.DIRECT, "We condemn the DPRK for provid"),
        (Kind.INDIRECT, "North Korea is seeking militar"),
        (Kind.INDIRECT, "The US is closely monitoring w"),
        (Kind.DIRECT, "This expanding military partne"),
    ]
    assert {one.role for one in kirby} == {"White House spokesman"}
    assert kirby[2].words[0].text.endswith("may represent initial deliveries")


@pytest.mark.model
def test_the_parties_of_the_article_are_told_apart(article: list[Quotation]) -> None:
    assert {one.name for one in article} == {
        "John Kirby",
        "United States",
        "White House",
        "North Korea",
        "North Korea and Russia",
    }


@pytest.mark.model
def test_every_quotation_points_into_the_text_without_its_outer_marks(article: list[Quotation]) -> None:
    for one in article:
        for piece in one.words:
            assert piece.text == piece.document.text[piece.start : piece.end]
            assert piece.text == piece.text.strip()
        if one.kind is Kind.DIRECT:
            assert one.words[0].text[0] not in '"\u201c'
            assert one.words[-1].text[-1] not in '"\u201d'


@pytest.mark.model
def test_an_interrupted_quotation_has_two_pieces_and_no_cue() -> None:
    found = said("\u201cWe will stay,\u201d Maria Lopez said, \u201cuntil the work is done.\u201d")

    assert ("direct", "Maria Lopez", ["We will stay", "until the work is done."]) in found


@pytest.mark.model
def test_what_a_headline_says_ends_with_the_headline() -> None:
    text = (
        "Bridge to open in 2026, harbour master says\n\nPORT ELLERY, 2 March 2023. The ferry between Bridge and Saint "
        "Brannoc will make its last crossing on 30 September, harbour master Anna Marsh said on Thursday."
    )

    assert [words for _, _, words in said(text)] == [
        ["Bridge to open in 2026"],
        ["The ferry between Bridge and Saint Brannoc will make its last crossing on 30 September"],
    ]


@pytest.mark.model
def test_titles_and_roles_tell_names_that_the_parser_does_not_know() -> None:
    text = (
        "The local MP, Helena Brandt, a former nurse, said she had written to the minister twice. \u201cI have had "
        "no reply,\u201d Ms Brandt added.\n\nOpposition leader Ines Prado accused the government of lying. \u201cThey "
        "knew in March,\u201d Prado said."
    )

    found = [(name, words) for _, name, words in said(text)]

    assert ("Helena Brandt", ["she had written to the minister twice"]) in found
    assert ("Helena Brandt", ["I have had no reply"]) in found
    assert ("Ines Prado", ["They knew in March"]) in found


@pytest.mark.model
def test_a_party_that_is_named_behind_what_it_is_goes_by_its_name() -> None:
    text = (
        "The ferry operator, Nordic Lines, said it would cooperate with investigators. The coast guard, which had "
        "sent two boats, said that nobody was hurt."
    )

    found = [(name, words) for _, name, words in said(text)]

    assert ("Nordic Lines", ["it would cooperate with investigators"]) in found
    assert ("coast guard", ["nobody was hurt"]) in found


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("The bridge will close in June. Mayor Ann Lee said so.", "Mayor"),
        ("News from Esbjerg\n\nMayor Ann Lee said so.", "Mayor"),
        ("It was the St. Mary's Hospital director Ann Lee who said so.", "St. Mary's Hospital director"),
        ("It was the White House\nspokeswoman Ann Lee who said so.", "White House\nspokeswoman"),
    ],
)
def test_a_role_keeps_to_its_sentence_and_paragraph(text: str, role: str) -> None:
    at = text.index("Ann Lee")
    people = People(text, (Mention(Span(at, at + 7), "Ann Lee", subject=True),))

    assert learnt(text, people).of("Ann Lee") == role


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Iran's Foreign Ministry spokesman, Ann Lee, said so.", "Iran's Foreign Ministry spokesman"),
        ("On Monday Kenya's health minister, Ann Lee, said so.", "Kenya's health minister"),
        ("“It came,” the health minister of Kenya, Ann Lee, said.", "health minister of Kenya"),
        ("Kenya has a president, Ann Lee, who said so.", "president"),
        ("Ann Lee, mayor of Malmo, said so.", "mayor of Malmo"),
    ],
)
def test_an_office_between_commas_keeps_whose_it_is(text: str, role: str) -> None:
    at = text.index("Ann Lee")
    people = People(text, (Mention(Span(at, at + 7), "Ann Lee", subject=True),))

    assert learnt(text, people).of("Ann Lee") == role


@pytest.mark.model
def test_whoever_holds_an_office_is_named() -> None:
    text = (
        "District collector Arvind Menon said the bridge was open. The collector said he had seen one of "
        "the letters.\n\nThe mayor of Esbjerg, Aylin Demir, said: \u201cWe asked hard questions.\u201d\n\n"
        "According to the firm's head of safety, Jens-Peter Holm, the cells \u201ccannot burn\u201d."
    )

    found = [(name, words) for _, name, words in said(text)]

    assert ("Arvind Menon", ["he had seen one of the letters"]) in found
    assert ("Aylin Demir", ["We asked hard questions."]) in found
    assert ("Jens-Peter Holm", ["the cells \u201ccannot burn\u201d"]) in found


@pytest.mark.model
def test_who_is_asked_about_something_has_not_said_it() -> None:
    text = "Asked about the union's letters, Arvind Menon said he had seen one. \u201cWho paid?\u201d asked Ann Dunn."

    assert [(name, words) for _, name, words in said(text)] == [
        ("Arvind Menon", ["he had seen one"]),
        ("Ann Dunn", ["Who paid?"]),
    ]


@pytest.mark.model
def test_he_is_whoever_begins_the_sentence_before_without_a_name() -> None:
    text = (
        "Defence counsel Yasmin Haddad said the bank had approved it. \u201cThere was no theft,\u201d she told the "
        "jury.\n\nA spokesman for Halvorsen Bank declined to say who went. \u201cWe cooperate fully,\u201d he said."
    )

    found = [(name, words) for _, name, words in said(text)]

    assert ("Yasmin Haddad", ["There was no theft"]) in found
    assert ("spokesman for Halvorsen Bank", ["We cooperate fully"]) in found


@pytest.mark.model
def test_who_asks_is_not_he_where_somebody_is_asked_by_name() -> None:
    text = "A reporter asked Joe Biden about it. \u201cI am fine,\u201d he said."

    assert ("direct", "Joe Biden", ["I am fine"]) in said(text)


@pytest.mark.parametrize("text", ["The company Ann Lee founded grew.", "Ann Lee, the company said, would stay."])
def test_a_noun_beside_a_name_is_not_always_its_title(text: str) -> None:
    def found(words: str) -> list[str]:
        start = words.index("Ann Lee")
        return called("company", words, People(words, [Mention(Span(start, start + 7), "Ann Lee", subject=True)]))

    assert found(text) == []
    assert found("Founder and company Ann Lee, one and all") == ["Ann Lee"]


@pytest.mark.model
def test_a_scrap_of_the_sentence_is_no_part_of_quoted_words() -> None:
    text = "Asked about the future of the club, chairman Ravi Shah said only: \u201cAsk me on Monday.\u201d"

    assert [words for _, _, words in said(text)] == [["Ask me on Monday."]]


@pytest.mark.model
def test_a_person_named_by_age_is_the_one_named_before() -> None:
    text = (
        "Striker Kwame Boateng, who scored twice, thanked his grandmother. \u201cShe told me to be quick,\u201d "
        "the 22-year-old said."
    )

    assert [name for _, name, _ in said(text)] == ["Kwame Boateng"]


@pytest.mark.model
def test_a_dateline_is_no_part_of_a_speaker() -> None:
    text = "ESBJERG, Denmark \u2014 Northwind Energy today announced that it will build a battery."

    assert [name for _, name, _ in said(text)] == ["Northwind Energy"]


@pytest.mark.model
def test_a_dateline_is_no_part_of_what_is_said() -> None:
    text = "WASHINGTON - Iran has sent drones to Russia, the Pentagon said on Monday."

    assert said(text) == [("indirect", "Pentagon", ["Iran has sent drones to Russia"])]


@pytest.mark.model
def test_a_dateline_with_a_day_is_not_said() -> None:
    text = "Norvik orders two ferries\n\nSTAVNES, 14 March 2023 – Norvik has ordered two ferries, the company said."

    assert said(text) == [("indirect", "company", ["Norvik has ordered two ferries"])]


@pytest.mark.model
@pytest.mark.parametrize(
    "text", ["NATO - not Russia - is to blame, Ann Lee said.", "A line.\n\nPARIS - the city - paid, Ann Lee said."]
)
def test_what_only_looks_like_a_dateline_is_said(text: str) -> None:
    ((_, name, (words,)),) = said(text)

    assert name == "Ann Lee"
    assert text.endswith(f"{words}, Ann Lee said.")
    assert words.startswith(("NATO", "PARIS"))


@pytest.mark.model
def test_neither_parties_nor_offices_are_people_of_a_title() -> None:
    text = (
        "Washington said no.\n\n\u201cMr. President, think of the dogs on Capitol Hill, who bark,\u201d the sign said."
    )

    people = people_in(Document("a", text), tuple(sentences(Document("a", text))))

    assert [one.name for one in people.mentions] == []


@pytest.mark.model
def test_an_odd_mark_does_not_cost_the_rest_of_the_document() -> None:
    text = (
        'The pipe was 6" wide.\n\n\u201cWe fixed it on Monday,\u201d the engineer Paul Stone said.\n\n'
        "He went home \u201cearly."
    )

    assert any(name == "Paul Stone" and words == ["We fixed it on Monday"] for _, name, words in said(text))


@pytest.mark.model
def test_a_text_of_one_persons_words_is_that_persons() -> None:
    (one,) = quotations(Document("a", " I will not resign. \n", speaker="Ann Lee"))

    assert (one.name, one.kind, one.words[0].text) == ("Ann Lee", Kind.DIRECT, "I will not resign.")


@pytest.mark.model
def test_a_text_without_words_of_anybody_has_no_quotations() -> None:
    assert said("The railway station stands near the harbour. It was built in 1912.") == []


def resolver(text: str, *names: str) -> Resolver:
    mentions = [Mention(Span(text.index(name), text.index(name) + len(name)), name, subject=True) for name in names]
    return Resolver(Document("a", text), People(text, mentions))


def span(text: str, words: str) -> Span:
    return Span(text.rindex(words), text.rindex(words) + len(words))


def speaks(found: Resolver, text: str, source: str) -> Resolved:
    """Resolve the last such speaker in a text, who says what stands behind the mention."""
    written = span(text, source)
    return found.resolve(written, [Span(written.end + 1, len(text))])


def test_who_is_named_in_the_words_does_not_say_them() -> None:
    text = "Luis Herrera defended his colleague. Jorge Almeida has my full confidence, he said."
    found, who = resolver(text, "Luis Herrera", "Jorge Almeida"), span(text, "he")
    words = Span(text.index("Jorge"), text.index(", he"))

    assert found.resolve(who, [words]).name == "Luis Herrera"


def test_who_was_she_is_not_he() -> None:
    text = "Yasmin Haddad spoke. She said no. Then he said yes."
    found = resolver(text, "Yasmin Haddad")
    who = Span(text.index("She"), text.index("She") + 3)
    assert found.resolve(who, [Span(who.end + 1, who.end + 8)]).name == "Yasmin Haddad"

    assert speaks(found, text, "he").name is None


def test_a_surname_stands_for_the_full_name_that_the_text_gives() -> None:
    text = "John Kirby spoke. Kirby said no."

    assert speaks(resolver(text, "John Kirby"), text, "Kirby").name == "John Kirby"


@pytest.mark.parametrize(
    ("later", "certain"), [("Marsh said no. Peter Marsh left.", True), ("Peter Marsh left. Marsh said no.", False)]
)
def test_a_surname_is_surely_that_of_the_only_one_named_before(later: str, *, certain: bool) -> None:
    text = f"Anna Marsh spoke. {later}"
    found = resolver(text, "Anna Marsh", "Peter Marsh")
    at = text.index("Marsh said")

    resolved = found.resolve(Span(at, at + 5), [Span(at + 6, len(text))])

    assert (resolved.name, resolved.certain) == ("Anna Marsh" if certain else "Peter Marsh", certain)


def test_a_pronoun_is_the_last_speaker_of_its_gender() -> None:
    text = "Ms. Anna Bell said yes. Mr. Carl Dunn said no. She left, she said."
    found = resolver(text, "Anna Bell", "Carl Dunn")
    speaks(found, text, "Anna Bell")
    speaks(found, text, "Carl Dunn")

    assert speaks(found, text, "she").name == "Anna Bell"


def test_a_pronoun_between_two_rivals_is_not_sure() -> None:
    text = "Adam Poe met Brad Roe in Oslo. Much later, he said no."

    assert not speaks(resolver(text, "Adam Poe", "Brad Roe"), text, "he").certain


def test_a_role_stands_for_the_person_who_has_it() -> None:
    text = "White House spokesman John Kirby spoke. The spokesman said no."
    found = speaks(resolver(text, "John Kirby"), text, "The spokesman")

    assert (found.name, found.role) == ("John Kirby", "White House spokesman")


def test_two_people_of_one_surname_are_not_confused_for_sure() -> None:
    text = "Bill Hart and Jane Hart came. Hart said no."

    assert not speaks(resolver(text, "Bill Hart", "Jane Hart"), text, "Hart").certain


def test_words_of_nobody_are_never_surely_somebodys() -> None:
    assert not resolver("Ann Lee spoke.", "Ann Lee").resolve(None, [Span(10, 14)]).certain


@pytest.mark.parametrize(
    ("alias", "name"),
    [("the DPRK", "North Korea"), ("Pyongyang", "North Korea"), ("The U.S.", "United States"), ("a man", "man")],
)
def test_aliases_of_a_party_are_one_name(alias: str, name: str) -> None:
    assert party_name(alias) == name


def test_an_abbreviation_counts_where_the_text_introduces_it() -> None:
    known = introduced("The Ministry of Rail Transport (MRT) and the Big Dog (CAT) spoke.")

    assert party_name("the MRT", known) == "Ministry of Rail Transport"
    assert party_name("CAT", known) == "CAT"


@pytest.mark.parametrize(
    ("cue", "speech"), [("further said", True), ("denies", True), ("according to", True), ("hopes", False), ("", False)]
)
def test_a_cue_of_speech_holds_a_verb_of_saying(cue: str, *, speech: bool) -> None:
    assert is_speech(cue) == speech


@pytest.mark.model
def test_a_quotation_over_two_paragraphs_is_direct_in_two_pieces() -> None:
    found = said("\u201cWe will think again.\n\n\u201cBut nobody should wait,\u201d Mayor Anna Bell said.")

    assert found == [("direct", "Anna Bell", ["We will think again.", "But nobody should wait"])]


@pytest.mark.model
def test_what_somebody_did_not_say_is_not_given_as_said() -> None:
    assert said("John Kirby did not say that the United States would send tanks to Kyiv.") == []


@pytest.mark.model
def test_whom_something_is_reported_to_has_not_said_it() -> None:
    assert {name for _, name, _ in said("More than 200 complaints were reported to the police last year.")} <= {None}


@pytest.mark.model
def test_what_is_done_with_a_thing_is_not_said() -> None:
    found = said("Ford recalled 400 cars. Ann Lee recalled that it was cold. “We froze,” recalled Bo Berg.")

    assert [(name, words) for _, name, words in found] == [("Ann Lee", ["it was cold"]), ("Bo Berg", ["We froze"])]


@pytest.mark.model
def test_a_headline_that_calls_something_off_says_nothing() -> None:
    assert said("Mayor calls off the fair") == []


def test_a_role_belongs_to_one_person_and_not_to_another_of_the_same_surname() -> None:
    text = "Mayor Anna Bell spoke. Tom Bell said no."
    found = speaks(resolver(text, "Anna Bell", "Tom Bell"), text, "Tom Bell")

    assert (found.name, found.role) == ("Tom Bell", None)


def test_a_role_that_two_people_have_is_not_sure() -> None:
    text = "Spokesman Adam Poe came. Spokesman Brad Roe left. The spokesman said no."

    assert not speaks(resolver(text, "Adam Poe", "Brad Roe"), text, "The spokesman").certain


def test_a_vice_president_is_not_the_president() -> None:
    text = "President Adam Poe met Vice President Brad Roe. The president said no."

    assert speaks(resolver(text, "Adam Poe", "Brad Roe"), text, "The president").name == "Adam Poe"


def test_mr_bell_is_not_anna_bell() -> None:
    text = "Anna Bell came with her brother. Mr. Bell said no."

    assert speaks(resolver(text, "Anna Bell"), text, "Bell").name == "Bell"


def test_an_epithet_is_no_part_of_a_name() -> None:
    text = "Mary Roe came. Crooked Mary Roe, he called her. Roe said no."

    assert speaks(resolver(text, "Crooked Mary Roe", "Mary Roe"), text, "Roe").name == "Mary Roe"


def test_his_lawyer_is_somebodys_lawyer() -> None:
    text = "Adam Poe was in court. His lawyer said no."

    assert speaks(resolver(text, "Adam Poe"), text, "His lawyer").name == "Adam Poe's lawyer"


def test_whom_somebody_speaks_of_is_not_who_speaks_on() -> None:
    text = "Adam Poe said Brad Roe was late. He said Roe was ill."
    found = resolver(text, "Adam Poe", "Brad Roe")
    found.resolve(span(text, "Adam Poe"), [span(text, "Brad Roe was late")])

    assert speaks(found, text, "He").name == "Adam Poe"


def test_the_subject_of_the_sentence_before_is_meant_rather_than_an_earlier_speaker() -> None:
    text = "Adam Poe said no. Now Brad Roe has won the town. He said yes."
    found = resolver(text, "Adam Poe", "Brad Roe")
    found.resolve(span(text, "Adam Poe"), [span(text, "no")])

    assert speaks(found, text, "He").name == "Brad Roe"


@pytest.mark.model
def test_a_title_that_the_parser_takes_for_a_part_of_a_name_tells_a_person() -> None:
    text = (
        "Mayor Odd Trelm opened the meeting. Sonja Vik disagreed. Trelm, who was once a miner, was not convinced. "
        "\u201cThey found money for the opera,\u201d he said."
    )

    assert [(name, words) for _, name, words in said(text)] == [("Odd Trelm", ["They found money for the opera"])]


@pytest.mark.model
def test_the_name_of_an_office_that_begins_like_a_title_is_no_person() -> None:
    text = "He praised the Head Start Program yesterday. General Services Administration rules forbid it."

    assert [one.name for one in people(text).mentions] == []


def people(text: str) -> People:
    document = Document("a", text)
    return people_in(document, tuple(sentences(document)))


@pytest.mark.model
def test_a_role_before_a_surname_is_whoever_is_named_in_full() -> None:
    text = "Councillor Ola Brint said the bus would stop. Councillor Brint said the fare would rise."

    assert {name for _, name, _ in said(text)} == {"Ola Brint"}


@pytest.mark.model
def test_a_surname_that_the_parser_takes_for_another_word_is_whoever_is_named_in_full() -> None:
    text = "Jana Aldous runs the port. Aldous did not say when."

    assert [one.name for one in people(text).mentions] == ["Jana Aldous", "Aldous"]


@pytest.mark.model
@pytest.mark.parametrize("subject", ["Rovers' head coach Sven Okafor", "The coach, Sven Okafor,"])
def test_whom_the_subject_explains_is_who_he_is_and_not_the_last_speaker(subject: str) -> None:
    text = f"“I am glad,” said the manager, Petra Holm.\n\n{subject} was not. “We were not brilliant,” he said."

    assert said(text)[-1] == ("direct", "Sven Okafor", ["We were not brilliant"])
