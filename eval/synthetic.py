"""Texts and questions made by a seed, as many as wanted: for measuring time, and never for measuring quality."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_NAMES = {
    "first": "Ada Boris Clara Dmitri Elena Farid Greta Hamid Irene Jonas Karim Lucia Marta Nikos Olga Pedro Rosa",
    "last": "Abbas Berg Castillo Dahl Eriksen Fuchs Grant Haddad Ivanov Jansen Keller Lopez Moreau Novak Olsen Petrov",
    "place": "Avenport Brisk Coldwater Dunmore Eastvale Farrow Glenholm Harrow Ironbridge Juniper Kestrel Larkspur",
    "thing": "bridge ferry reservoir stadium hospital tramway harbour library turbine archive market observatory",
}
_DEEDS = ("approved a loan for", "closed", "defended the price of", "inspected", "postponed", "promised to repair")
_SENTENCES = (
    "In {year}, {who} {deed} the {thing} of {place}, which had cost {number} million crowns.",
    "{who} told the council of {place} that {number} workers had left the {thing} since {year}.",
    "The {thing} serves {number} thousand people in {place} and the villages around it.",
    "According to a report of {year}, the {thing} in {place} lost {number} crowns a day.",
    "Nobody in {place} could say why {who} had {deed} the {thing} so late in {year}.",
)
_QUESTIONS = (
    "How much had the {thing} of {place} cost?",
    "Who {deed} the {thing} of {place} in {year}?",
    "How many workers had left the {thing} of {place} since {year}?",
    "How many people does the {thing} in {place} serve?",
    "Who is the president of {place}?",
)
SENTENCES_A_TEXT = 40


@dataclass(frozen=True, slots=True)
class _Draw:
    generator: random.Random

    def filled(self, templates: Sequence[str]) -> str:
        """Return one of the templates, its gaps filled."""
        return self.generator.choice(templates).format(
            who=f"{self.one('first')} {self.one('last')}",
            place=f"{self.one('place')} {self.one('last')}",
            thing=self.one("thing"),
            deed=self.generator.choice(_DEEDS),
            year=self.generator.randint(1950, 2024),
            number=self.generator.randint(2, 999),
        )

    def one(self, kind: str) -> str:
        """Return one name of a kind."""
        return self.generator.choice(_NAMES[kind].split())


def texts(seed: int) -> Iterator[dict[str, str]]:
    """Yield texts without end, each with an id."""
    draw = _Draw(random.Random(seed))  # noqa: S311 - a sample, no secret
    number = 0
    while True:
        yield {"id": f"text {number}", "text": " ".join(draw.filled(_SENTENCES) for _ in range(SENTENCES_A_TEXT))}
        number += 1


def questions(seed: int, number: int) -> list[str]:
    """Return questions on such texts; what they ask may well not be answered there."""
    draw = _Draw(random.Random(seed + 1))  # noqa: S311 - a sample, no secret
    return [draw.filled(_QUESTIONS) for _ in range(number)]
