"""What a question waits for: sentences that can give it, and near misses."""

import re

import pytest

from bot.finding.amounts import one_amount
from bot.finding.answer_types import contradicts, could_answer
from index.document import Document, Passage, Span


def answers(question: str, sentence: str, short: str = "", title: str = "") -> bool:
    return among(question, [sentence], sentence, short=short, title=title)


def among(question: str, told: list[str], sentence: str, *, short: str = "", title: str = "") -> bool:
    """Whether one of the sentences that a document is made of could answer."""
    document = Document("a", " ".join(told), title)
    spans = [Span(*found.span()) for one in told for found in re.finditer(re.escape(one), document.text)]
    sentences = [Passage(document, span) for span in spans]
    asked = next(one for one in sentences if one.text == sentence)
    at = sentence.index(short)
    words = asked.narrow(at, at + len(short)) if short else None
    return could_answer(question, asked, sentences, words) and not contradicts(question, asked, words)


def test_a_when_wants_a_time_and_a_how_many_wants_a_number() -> None:
    assert answers("How many people came?", "More than 1,000 people came.")
    assert not answers("How many people came?", "The people came.")
    assert not answers("When did the war start?", "North Korea backed the war in Ukraine.")


def test_another_thing_that_is_counted_and_somebody_who_is_not_there_are_near_misses() -> None:
    assert not answers("How many tanks came from Kyiv?", "More than 1,000 containers came from Kyiv.")
    assert not answers("How many containers did Iran send?", "North Korea sent 1,000 containers.")
    assert answers("How many containers did Pyongyang send?", "North Korea sent 1,000 containers.")
    assert answers("Which Russian ships came?", "Ships of Russia came.")


def test_what_only_asks_answers_nothing() -> None:
    assert not answers("How many doses were lost?", "Did the ministry lose 5,000 doses?")
    assert not answers("How many doses were lost?", "5,000 doses were lost, weren't they?")
    assert answers("Who asked about doses?", 'Ann Lee asked: "Did the ministry lose doses?"')


LONG = [
    "Oman bought a ship.",
    "The Star was built in 1990.",
    "It is white.",
    "It has two masts.",
    *[f"Clerk number {one} counts the fish." for one in range(9)],
    "It carried 30 cars.",
]


def test_of_a_long_document_a_name_is_looked_for_where_a_pronoun_would_find_it() -> None:
    assert among("How many masts has the Star?", LONG, "It has two masts.")
    assert among("How many cars did the Star carry?", LONG[-5:], "It carried 30 cars.", title="The Star")
    assert not among("How many cars did Oman carry?", LONG, "It carried 30 cars.")
    assert among("How many cars did the Star carry?", LONG, "It carried 30 cars.", title="All about the Star")


def test_of_a_short_document_a_name_is_looked_for_everywhere() -> None:
    assert among("How many cars did Oman carry?", [LONG[0], *LONG[-6:]], "It carried 30 cars.")


def test_months_and_weekdays_are_no_names() -> None:
    assert answers("How many people protested in March?", "About 4,500 people protested.")
    assert answers("Who came on Monday?", "The mayor came.")
    assert not answers("Who came to Oslo on Monday?", "The mayor came.")


@pytest.mark.parametrize(
    ("question", "sentence", "fits"),
    [
        ("How many passengers came in 2022?", "In 2023 it carried 28,500 passengers, fewer than before.", False),
        ("How many passengers came in 2023?", "In 2023 it carried 28,500 passengers, fewer than in 2020.", True),
        ("How many passengers came in 2022?", "It carried 28,500 passengers that year.", True),
        ("How many passengers came in 2022?", "From 2020 to 2024 it carried 28,500 passengers a year.", True),
        ("Who won after 2010?", "In 2014 the Greens won.", True),
        ("Who ruled Venn in the 14th century?", "In 1291 Otto ruled Venn.", False),
        ("Who ruled Venn in the 13th century?", "In 1291 Otto ruled Venn.", True),
        ("Who ruled Venn in the 1290s?", "Otto ruled Venn in the late 13th century.", True),
        ("Who ruled Venn in 1320?", "Otto ruled Venn in the 13th century.", False),
        ("How many passengers came in March?", "In February 30 passengers came.", False),
        ("How many passengers came in March?", "In March 30 passengers came, and in May 40.", True),
    ],
)
def test_a_sentence_of_another_year_or_month_does_not_answer(question: str, sentence: str, *, fits: bool) -> None:
    assert answers(question, sentence) is fits


@pytest.mark.parametrize(
    ("question", "sentence", "fits"),
    [
        ("When did the new bridge close?", "The new bridge opened in June 2022.", False),
        ("When did the new bridge open?", "The new bridge, which opened in June 2022, is long.", True),
        ("When did the ferry close?", "It opened in 1990 and closed in 2022.", True),
        ("Where was the cargo unloaded?", "The cargo was loaded at Sarn.", False),
        ("Where was the cargo unloaded?", "It was loaded at Sarn and unloaded at Tolmet.", True),
        ("Who joined the party?", "Ann Lee entered the party.", True),
        ("How old is the large bridge?", "The small bridge is new.", True),
        ("What is it?", "It is a unit.", True),
    ],
)
def test_the_opposite_of_what_is_asked_does_not_answer(question: str, sentence: str, *, fits: bool) -> None:
    assert answers(question, sentence) is fits


def test_where_a_sentence_tells_both_the_answer_is_what_stands_behind_the_verb_that_is_asked_for() -> None:
    told = "The cargo was loaded at Sarn and unloaded at Tolmet."

    assert answers("Where was the cargo unloaded?", told, "Tolmet")
    assert answers("Where was the cargo loaded?", told, "Sarn")
    assert not answers("Where was the cargo unloaded?", told, "Sarn")
    assert answers("When did it open?", "In 1990 it opened, and it closed in 2022.", "1990")


@pytest.mark.parametrize(
    ("question", "sentence", "short", "fits"),
    [
        ("How many rockets were shipped?", "It held shells, 122 mm rockets and missiles.", "122 mm", False),
        ("How many rockets were shipped?", "It held 122 long-range rockets.", "122", True),
        ("How many rockets were shipped?", "The list of rockets held 40.", "40", True),
        ("How many rockets were shipped?", "Of the rockets, 40 were shipped.", "40", True),
        ("How many rockets were shipped?", "Two of the rockets were shipped.", "Two", True),
        ("How many rockets were shipped?", "Two boxes of rockets were shipped.", "Two", False),
        ("How many rockets were shipped?", "Rockets filled 38 of the boxes.", "38", False),
        ("How many rockets were shipped?", "The rockets cost 3 million [dollars].", "3 million", False),
        ("How many schools were hit?", "They hit two bridges and a school.", "two", False),
        ("How many schools were hit?", "They hit two bridges near schools.", "two", False),
        ("How many schools were hit?", "Of the schools there, two of them were hit.", "two", True),
        ("How many rockets were shipped?", "Three million rockets were shipped.", "Three million", True),
        ("How many rockets were shipped?", "The rockets filled 30% of the ship.", "30", False),
        ("How many rockets were shipped?", "The rockets cost $30.", "30", False),
        ("How many police protested?", "About 4,500 people protested, police said.", "4,500", False),
        ("How many people protested?", "About 4,500 people protested, police said.", "4,500", True),
        ("How many people were rescued?", "Nine sailors were rescued, people said.", "Nine", True),
        ("How many artillery shells came?", "It sent 300 heavy artillery shells.", "300", True),
        ("How many kilometres long is it?", "It is 5 km long, not two kilometres.", "5", True),
        ("How many cylinders has the pump?", "The pump is a 5-cylinder engine.", "5", True),
    ],
)
def test_a_number_counts_what_it_stands_before(question: str, sentence: str, short: str, *, fits: bool) -> None:
    assert answers(question, sentence, short) is fits


@pytest.mark.parametrize(
    ("question", "sentence", "fits"),
    [
        ("Who is the foreign minister of Oman?", "Peru's foreign minister, Ana Paz, left.", False),
        ("Who is the foreign minister of Peru?", "Peru's foreign minister, Ana Paz, left.", True),
        ("Who is Oman's minister?", "The minister of Peru, Ana Paz, left.", False),
        ("Who is the Prime Minister of Peru?", "Peru's foreign minister, Ana Paz, left.", False),
        ("Who is the foreign minister of Peru?", "Ana Paz, the minister, left.", True),
        ("Who is the current minister of Peru?", "Peru's foreign minister, Ana Paz, left.", True),
        ("Who is the president of the United States?", "Peru's president met US president Ana Paz.", True),
    ],
)
def test_what_is_anothers_or_of_another_sort_does_not_answer(question: str, sentence: str, *, fits: bool) -> None:
    assert answers(question, sentence, title="Oman and Peru") is fits


def test_a_number_of_what_may_be_another_word_for_the_same_only_makes_an_answer_less_likely() -> None:
    document = Document("a", "Sanctions hit eleven companies.")
    sentence = Passage(document, Span(0, len(document.text)))
    eleven = sentence.narrow(14, 20)

    assert not could_answer("How many firms were hit?", sentence, [sentence], eleven)
    assert not contradicts("How many firms were hit?", sentence, eleven)


def test_a_when_is_not_answered_where_there_is_no_word_for_a_time() -> None:
    text = "Ann Lee condemned the delivery in Oslo. It began after the vote."
    document = Document("a", text)
    condemned, began = (Passage(document, Span(*span)) for span in ((0, 39), (40, len(text))))

    assert contradicts("When did Ann Lee condemn the delivery?", condemned)
    assert not contradicts("Where did Ann Lee condemn the delivery?", condemned)
    assert not contradicts("When did it begin?", began)


@pytest.mark.parametrize(
    ("question", "sentence", "short"),
    [
        ("How many tonnes of tin were sold?", "The port sold 300 tonnes of cobalt.", "300"),
        ("How much tin was sold?", "The port sold 300 tonnes of cobalt and 20 tonnes of tin.", "300 tonnes"),
        ("When was Ida Vik born?", "Ida Vik, 54, leads the hospital.", "54"),
        ("When was the strike?", "The strike lasted nine days.", "nine days"),
        ("When did it burn?", "It burned for three hours.", "for three hours"),
        ("How wide is the dam?", "The dam is 40 metres long.", "40 metres"),
        ("How many men does Brek jail hold?", "Holm jail holds 240 men.", "240"),
        ("Why did the minister resign?", "Ann Lee, the minister, resigned in June.", "the minister, resigned in June"),
        ("Who designed the bridge?", "The firm Krag built the bridge.", "Krag"),
        ("Who designed the hall?", "The hall was painted by Eva Sund and built by the firm Lund.", "Lund"),
    ],
)
def test_what_is_plainly_of_another_kind_is_ruled_out(question: str, sentence: str, short: str) -> None:
    passage = Passage(Document("a", sentence), Span(0, len(sentence)))
    at = sentence.index(short)

    assert contradicts(question, passage, passage.narrow(at, at + len(short)))


@pytest.mark.parametrize(
    ("question", "sentence", "short"),
    [
        ("How many tonnes of food were sold?", "The port sold 300 tonnes of rice.", "300"),
        ("How much tin was sold?", "The port sold 300 tonnes of cobalt and 20 tonnes of tin.", "20 tonnes"),
        ("When was Ida Vik born?", "Ida Vik was born 54 years ago.", "54 years"),
        ("When was the strike?", "The strike began nine days after the vote.", "nine days after"),
        ("When did talks end?", "Talks were held on 26 - 28 May.", "28"),
        ("How many men does Brek jail hold?", "The jail holds 240 men.", "240"),
        ("When did ARPNET and SITA begin?", "Arpanet and others began in 1969.", "1969"),
        ("How many men does Brek jail hold?", "Holm jail sends 240 men to Brek.", "240"),
        ("Why did the minister resign?", "The minister resigned over her health.", "resigned over her health"),
        ("Who built the bridge?", "The firm Krag built the bridge.", "Krag"),
        ("Who designed the bridge?", "The architect Lee built the bridge.", "Lee"),
    ],
)
def test_what_may_be_of_the_kind_is_not_ruled_out(question: str, sentence: str, short: str) -> None:
    passage = Passage(Document("a", sentence), Span(0, len(sentence)))
    at = sentence.index(short)

    assert not contradicts(question, passage, passage.narrow(at, at + len(short)))


_BOXES = "The port took 900 boxes in May and 700 in June."
_DEAD = "five men and three women"


@pytest.mark.parametrize(
    ("question", "sentence", "short", "narrowed"),
    [
        ("How many in May?", _BOXES, "900 boxes in May and 700", "900 boxes"),
        ("How many in June?", _BOXES, "900 boxes in May and 700", "700"),
        ("How many boxes in June?", _BOXES, "900", "700"),
        ("How many boxes in May?", _BOXES, "900", "900"),
        ("How many boxes in July?", _BOXES, "900", "900"),
        ("How many boxes?", "It took 900 boxes and sank 7 boats.", "900", "900"),
        ("How much silver?", "It has $9 of tin and $6 of silver.", "$9 of tin and $6", "$6"),
        ("How much in 2022?", "In 2021 it lost 4 crowns, and in 2022 7 crowns.", "4 crowns, and in 2022 7", "7"),
        ("How many died?", f"It killed {_DEAD}.", _DEAD, _DEAD),
        ("How many came?", "Between 20 and 30 guests came.", "Between 20 and 30", "Between 20 and 30"),
    ],
)
def test_of_several_amounts_the_one_that_is_asked_for_is_the_short_answer(
    question: str, sentence: str, short: str, narrowed: str
) -> None:
    at = sentence.index(short)
    start, end = one_amount(question, sentence, at, at + len(short))

    assert sentence[start:end] == narrowed
