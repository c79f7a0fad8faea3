"""Speakers as written to names: pronouns, surnames, titles, roles, abbreviations."""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from index.document import Document, Span
from index.parties import introduced, party_name, without_article
from index.people import Mention, People, bare_name, surname
from index.roles import called, explained, learnt, unnamed_before

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_PRONOUNS = {
    **dict.fromkeys(("he", "him", "his", "himself"), "m"),
    **dict.fromkeys(("she", "her", "hers", "herself"), "f"),
    **dict.fromkeys(("they", "them", "it", "who", "which", "that", "one", "those", "these", "both"), "?"),
    **dict.fromkeys(("i", "we", "you", "me", "us", "myself"), "self"),
}
_ANYBODY = "m or f"
_BY_AGE = re.compile(r"[Tt]he \d+-year-old(?:\s\w+)?")
_OF_ROLE = {
    **dict.fromkeys(("spokesman", "widower", "father", "son", "brother", "husband", "actor", "chairman"), "m"),
    **dict.fromkeys(("spokeswoman", "widow", "mother", "daughter", "sister", "wife", "actress", "chairwoman"), "f"),
}
_PREPOSITION = re.compile(
    r"\b(?:of|for|to|from|with|in|at|by|against|near|about|and|on|than|behind)\s+(?:[^\s,]+\s+)?$"
)
_POSSESSOR = re.compile(r"(?P<pronoun>his|her)\s+(?P<rest>.+)", re.IGNORECASE | re.DOTALL)
_SENTENCE_END = re.compile(r"[.!?][\"'\u201d\u2019)]*\s")
_NEAR = 600
"""How many characters back a pronoun's person is looked for."""


@dataclass(frozen=True, slots=True)
class Resolved:
    """A speaker: the name to go by, what the text calls the speaker beside it, and whether that is sure."""

    name: str | None
    role: str | None = None
    certain: bool = True


UNKNOWN = Resolved(None, certain=False)


class Resolver:
    """Resolves the speakers of one document, in the order in which they speak."""

    def __init__(self, document: Document, people: People, marked: "Sequence[Span]" = ()) -> None:
        self._text = document.text
        self._people = people
        # Whom somebody speaks of inside a quotation is not who speaks next.
        self._narrated = [one for one in people.mentions if not any(mark.contains(one.span) for mark in marked)]
        self._words: Sequence[Span] = ()
        self._saying: Sequence[Span] = ()
        self._short: Mapping[str, str] = introduced(document.text)
        self._roles = learnt(document.text, people)
        self._last: tuple[int, Resolved] | None = None
        self._genders: dict[str, str] = {}

    def resolve(self, source: Span | None, words: "Sequence[Span]", cue: Span | None = None) -> Resolved:
        """Return who speaks, for a speaker as written (None: nobody is), the words and their cue."""
        at = words[0].start
        self._saying = words
        found = self._spoken(source) if source else self._continued(at, cue)
        if found.name:
            self._last = (source.start if source else at, found)
            self._words = words
        return found

    def _spoken(self, source: Span) -> Resolved:
        written = self._text[source.start : source.end].strip()
        gender = _PRONOUNS.get(written.casefold())
        if gender in {"m", "f"}:
            found = self._person(source, str(gender))
            if found.name and found.certain:
                self._genders.setdefault(found.name, str(gender))
            return found
        if gender == "?":
            return self._antecedent(source)
        if gender == "self":
            return UNKNOWN
        if _BY_AGE.fullmatch(written):
            return self._person(source, _ANYBODY)
        return self._named(source) or self._by_role(source, written)

    def _continued(self, at: int, cue: Span | None) -> Resolved:
        """Take words that nobody is said to say for the last speaker's, if that was close by; never surely.

        What is "reported" by nobody in particular is nobody's; "…, adding that" goes on.
        """
        goes_on = cue is None or self._text[cue.start : cue.end].split()[0].endswith("ing")
        if self._last is None or at - self._last[0] > _NEAR or not goes_on:
            return UNKNOWN
        return Resolved(self._last[1].name, self._last[1].role, certain=False)

    def _named(self, source: Span) -> Resolved | None:
        """Resolve a speaker that is a person's name, with or without a title before it or an apposition behind it."""
        inside = [mention for mention in self._people.mentions if source.contains(mention.span)]
        for mention in inside:
            before = self._text[source.start : mention.span.start]
            after = self._text[mention.span.end : source.end]
            if self._text[mention.span.end - 2 : mention.span.end] in {"'s", "\u2019s"} or after[:2] in {
                "'s",
                "\u2019s",
            }:
                continue
            if _PREPOSITION.search(before) or re.match(
                r"\s+(?!of\b|who\b|and\b|in\b|at\b|from\b|for\b|on\b)[\w]", after
            ):
                continue
            joint = re.match(r"(?:,[^,]+)?,? and\b", after)
            if joint and any(one.span.start >= mention.span.end + joint.end() for one in inside):
                return self._joint(source)
            name, certain = self._people.full_name(mention.name, mention.span.start)
            return Resolved(name, self._roles.of(name), certain)
        return None

    def _joint(self, source: Span) -> Resolved:
        return Resolved(" ".join(self._text[source.start : source.end].split()))

    def _by_role(self, source: Span, written: str) -> Resolved:
        """Resolve "the spokesman" to the person of that role, or take the words as the name of a party."""
        if owned := _POSSESSOR.fullmatch(written):
            owner = self._person(source, str(_PRONOUNS[owned["pronoun"].casefold()]))
            rest = " ".join(owned["rest"].split())
            return Resolved(f"{owner.name}'s {rest}", certain=owner.certain) if owner.name else UNKNOWN
        core = explained(written) or re.split(r",|\s+(?:who|which|that)\s", written, maxsplit=1)[0]
        bare = without_article(" ".join(core.split())).strip(" \"\u201c\u201d'")
        if core[:1].isupper() and self._people.knows(bare):
            name, certain = self._people.full_name(bare_name(bare), source.start)
            return Resolved(name, self._roles.of(name), certain)
        definite = bool(re.match(r"(?:the|that|this)\s", written, re.IGNORECASE))
        if definite and bare.islower():
            holders = self._roles.holders(bare) or called(bare.split()[-1], self._text, self._people)
            if holders:
                named = {
                    self._full(one): one.span.start for one in self._people.mentions if one.span.start < source.start
                }
                holder = max(holders, key=lambda name: named.get(name, -1))
                return Resolved(holder, self._roles.of(holder), certain=len(holders) == 1)
            earlier = self._last[1] if self._last else UNKNOWN
            if earlier.name and bare.split()[-1] in earlier.name.casefold().split():
                return earlier
        if len(re.findall(r"[^\W\d_]", bare)) < 2:  # noqa: PLR2004 - "'s" is nobody
            return UNKNOWN
        return Resolved(party_name(bare, self._short))

    def _person(self, source: Span, gender: str) -> Resolved:
        """Resolve "he" or "she" to the person nearest before who can be meant; the last speaker goes before others."""
        before = [
            mention
            for mention in self._narrated
            if mention.span.end <= source.start
            and not any(piece.contains(mention.span) for piece in self._saying)
            and self._fits(self._full(mention), gender)
        ]
        near = [mention for mention in before if source.start - mention.span.end < _NEAR]
        if unnamed := self._unnamed(source, gender, near):
            return unnamed
        speaking = self._last
        if speaking and speaking[1].name and self._can_be(speaking[1].name, gender):
            since = [one for one in near if one.span.start > speaking[0] and not self._spoken_of(one)]
            others = [one for one in since if self._full(one) != speaking[1].name]
            again = [one for one in since if self._full(one) == speaking[1].name]
            rivals = [one for one in others if one.subject and self._just_before(one, source)]
            rivals = [one for one in rivals if not again or again[-1].span.start < one.span.start]
            if source.start - speaking[0] < 2 * _NEAR and not rivals:
                return Resolved(speaking[1].name, speaking[1].role, certain=not others and speaking[1].certain)
        if not before:
            return UNKNOWN
        chosen = max(near or before[-1:], key=lambda one: (one.subject, one.span.start))
        name = self._full(chosen)
        return Resolved(name, self._roles.of(name), certain=len({self._full(one) for one in near}) == 1)

    def _spoken_of(self, mention: Mention) -> bool:
        return any(piece.contains(mention.span) for piece in self._words)

    def _just_before(self, mention: Mention, source: Span) -> bool:
        """Say whether a mention stands in the sentence of a pronoun, or in the one before it."""
        return len(_SENTENCE_END.findall(self._text, mention.span.end, source.start)) < 2  # noqa: PLR2004

    def _full(self, mention: Mention) -> str:
        return self._people.full_name(mention.name, mention.span.start)[0]

    def _can_be(self, name: str, gender: str) -> bool:
        is_person = any(surname(one.name) == surname(name) for one in self._people.mentions)
        return is_person and self._fits(name, gender)

    def _fits(self, name: str, gender: str) -> bool:
        return gender == _ANYBODY or (self._people.gender(name) or self._genders.get(name)) in {gender, None}

    def _unnamed(self, source: Span, gender: str, near: "Sequence[Mention]") -> Resolved | None:
        """Return who begins this sentence, or the one before it, without a name, where no name comes between."""
        found = unnamed_before(self._text, source.start, _NEAR)
        if found is None or any(one.span.start >= found[1].end for one in near):
            return None
        role, span = found
        if self._last and span.start < self._last[0] and self._last[1].name != role:
            return None
        far = len(_SENTENCE_END.findall(self._text, span.end, source.start)) > 1
        other = next((_OF_ROLE[word] for word in role.casefold().split() if word in _OF_ROLE), gender) != gender
        return None if far or other else Resolved(party_name(role, self._short))

    def _antecedent(self, source: Span) -> Resolved:
        """Resolve "who" to the person right before it; "it" and "they" to the last speaker that is no person."""
        before = [one for one in self._people.mentions if one.span.end <= source.start]
        if self._text[source.start : source.end].casefold() == "who":
            if before and source.start - before[-1].span.end < 80:  # noqa: PLR2004 - an apposition may stand between
                name = self._full(before[-1])
                return Resolved(name, self._roles.of(name))
            return UNKNOWN
        if self._last and self._last[1].name and source.start - self._last[0] < _NEAR:
            return Resolved(self._last[1].name, self._last[1].role, certain=False)
        return UNKNOWN
