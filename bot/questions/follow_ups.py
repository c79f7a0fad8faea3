"""Follow-up questions made whole: "and about Ukraine?", "what else?", "who replied?"."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from bot.citation import Answer, Citation
from bot.parsed_text import is_a_time, parsed
from bot.questions.bare_questions import is_bare, made_whole
from bot.questions.exchanged import exchanged_for
from bot.questions.periods import Period
from bot.questions.question import Asked, Question
from bot.questions.understanding import PERSONAL, PRONOUNS, tidied, understand
from index.parties import aliases

_SAID = r"(?:say|said|says|add|added|mention(?:ed)?|tell|told|claim(?:ed)?|talk about|write|wrote)"
_WHO = r"(?P<speaker>.+?)"
_ELSE = re.compile(
    r"(?:what|who|any ?thing|any ?body|some ?thing) (?:else|more)"
    rf"(?: (?:did|does|has|do|have) {_WHO} (?:also )?{_SAID})?"
    rf"(?: (?:about|on|regarding) (?P<topic>.+))?|(?:show |tell |give )?(?:me )?(?:some )?more|"
    rf"go on|continue|next(?: page)?|what (?:did|does|has) (?P<other>.+?) (?:also|else|further) {_SAID}",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"(?:what|how) about (?P<mention>.+)|(?P<explicit>(?:about|on|regarding|concerning) .+)", re.IGNORECASE
)
_ASKS = re.compile(r"(?:what|who|when|where|why|how|which|did|does|do|has|have|is|are|was|were)\b", re.IGNORECASE)
_ABOUT_WORD = re.compile(r"^(?:about|on|regarding|concerning) ", re.IGNORECASE)
_WHAT_ABOUT = re.compile(r"^(?:and )?(?:what|how) about\b", re.IGNORECASE)
_BEGINS_AGAIN = re.compile(r"^(?:and|so|but|ok|okay|then)\b", re.IGNORECASE)
_LONGEST_MENTION = 5
"""How many words "and North Korea's foreign ministry?" may have at most, without its "and"."""
_WHO_THAT = re.compile(
    r"who (?:has |had )?(?:said|says|claimed|claims|told us|wrote|stated) (?:that|this|it|so)", re.IGNORECASE
)
_WHEN_THAT = re.compile(
    r"when (?:was (?:that|this|it)(?: said)?|(?:did|has) (?:he|she|they|it) (?:say|said) (?:that|this|it|so))",
    re.IGNORECASE,
)
_WHO_IS_IT = re.compile(r"who(?:['\u2019]s| is| are| was| were) (?:he|she|they|it|that|this)", re.IGNORECASE)
_A_PERSON = frozenset(["he", "she", "him", "her", "his", "hers"])
_PERSONAL = re.compile(rf"\b(?:{'|'.join(PERSONAL)})\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Exchange:
    """A question, made whole, and its answer."""

    question: Question
    answer: Answer


def leans(asked: str) -> bool:
    """Say whether a question has to be understood in the light of those before it."""
    text, plain = tidied(asked)
    return (
        is_bare(plain)
        or any(form.fullmatch(plain) for form in (_ELSE, _ABOUT, _WHO_THAT, _WHEN_THAT, _WHO_IS_IT))
        or _mention(text, plain) is not None
        or understand(asked).leans
    )


def complete(
    asked: str, before: Exchange | None, published: Period | None, is_speaker: Callable[[str], bool]
) -> Question:
    """Return what a question asks for, in the light of the question before it.

    Args:
        asked: in words.
        before: the exchange that came before, or None.
        published: when the sources were published.
        is_speaker: says whether anybody of that name is quoted.
    """
    question = understand(asked, published)
    text, plain = tidied(asked)
    if before is None:
        return _first(question, plain)
    if not leans(asked):
        return question
    if is_bare(plain):
        return _asked_of(question, plain, before)
    if found := _ELSE.fullmatch(plain):
        return _further(text, found, before)
    if mention := _mention(text, plain):
        return _another(text, mention, before, published, is_speaker)
    return _filled(question, before, plain)


def _first(question: Question, plain: str) -> Question:
    """Return what a question asks that no other stands before."""
    if question.topic and (question.speaker or "").lower() == "they":
        return replace(question, asked=Asked.PARTIES, speaker=None)
    return replace(question, asked=Asked.UNCLEAR) if is_bare(plain) or _WHO_IS_IT.fullmatch(plain) else question


def _mention(text: str, plain: str) -> str | None:
    """Return the "about Ukraine" of "and about Ukraine?", the "Putin" of "and Putin?"; None for a whole question."""
    if found := _ABOUT.fullmatch(plain):
        return found["mention"] or found["explicit"]
    short = len(plain.split()) <= _LONGEST_MENTION and not _ASKS.match(plain)
    return plain if _BEGINS_AGAIN.match(text) and short and understand(plain).asked is Asked.FACT else None


def _further(text: str, found: re.Match[str], before: Exchange) -> Question:
    """Ask again for what was not shown yet; "what else did he say?" leaves the topic behind."""
    speaker, topic, earlier = found["speaker"] or found["other"], found["topic"], before.question
    if not speaker and not topic and earlier.asked is not Asked.WHO_SAID:
        return replace(earlier, text=text, sought=earlier.sought or earlier.text, shown=_shown(before))
    who = speaker if speaker and speaker.lower() not in PRONOUNS else _meant(speaker or "", before)
    return Question(
        text, Asked.STATEMENTS, speaker=who, topic=topic, period=earlier.period, shown=_shown(before), also=True
    )


def _shown(before: Exchange) -> tuple[Citation, ...]:
    return (*before.question.shown, *before.answer.citations)


def _another(
    text: str, mention: str, before: Exchange, published: Period | None, is_speaker: Callable[[str], bool]
) -> Question:
    """Ask the earlier question about another topic, time or name, or of another speaker."""
    earlier, topic = before.question, _ABOUT_WORD.sub("", mention)
    replaces_topic = topic != mention or (earlier.topic and _WHAT_ABOUT.match(text))
    if topic == mention and earlier.asked in {Asked.FACT, Asked.WHETHER}:
        whole = exchanged_for(mention, earlier.sought or earlier.text)
        if whole:
            again = understand(whole, published)
            period = again.period or earlier.period
            return replace(again, text=text, sought=again.sought or whole, period=period, bare=True)
    if not replaces_topic and is_speaker(mention):
        asked = earlier.asked if earlier.speaker else Asked.STATEMENTS
        return replace(earlier, text=text, asked=asked, speaker=mention, words=None, shown=(), said=())
    who = earlier.speaker or _speaker(before)
    if earlier.asked is Asked.PARTIES or who:
        keeps = earlier.asked in {Asked.PARTIES, Asked.MENTION, Asked.WHEN}
        asked = earlier.asked if keeps else Asked.STATEMENTS
        return Question(text, asked, speaker=who, topic=topic, period=earlier.period)
    if topic == mention:
        return Question(text, Asked.UNCLEAR)
    return Question(text, sought=f"{earlier.sought or earlier.text} {topic}", period=earlier.period)


def _asked_of(question: Question, plain: str, before: Exchange) -> Question:
    """Put a question word alone to the earlier question; of somebody's words it asks only when or who said them."""
    earlier, answer = before.question, before.answer
    if earlier.asked in {Asked.FACT, Asked.WHETHER}:
        is_denied = earlier.asked is Asked.WHETHER and (answer.short or "").startswith(("No", "Disputed"))
        whole = None if is_denied else made_whole(plain, earlier.sought or earlier.text, _fact(before))
        if whole:
            return Question(question.text, sought=whole, period=earlier.period, bare=True)
    elif answer.citations and plain.lower() == "who":
        return Question(question.text, Asked.WHO_SAID, said=answer.citations)
    elif answer.citations and plain.lower().startswith("when") and _speaker(before):
        return Question(question.text, Asked.WHEN, speaker=_speaker(before), said=answer.citations)
    return replace(question, asked=Asked.UNCLEAR)


def _filled(question: Question, before: Exchange, plain: str) -> Question:
    """Put who and what was spoken of before in the place of pronouns."""
    if _WHO_THAT.fullmatch(plain):
        return Question(question.text, Asked.WHO_SAID, said=before.answer.citations)
    if _WHEN_THAT.fullmatch(plain):
        return Question(question.text, Asked.WHEN, speaker=_speaker(before), said=before.answer.citations)
    speaker, topic = question.speaker, question.topic
    if speaker and speaker.lower() in PRONOUNS:
        speaker = _meant(speaker, before) or speaker
    if topic and topic.lower() in PRONOUNS:
        topic = before.question.topic or _fact(before) or before.question.text
    if (speaker or "").lower() == "they" and topic:
        return replace(question, asked=Asked.PARTIES, speaker=None, topic=topic)
    if question.asked is Asked.REPLIES and not speaker:
        return replace(question, speaker=_speaker(before), topic=before.question.topic, said=before.answer.citations)
    if question.asked in {Asked.FACT, Asked.WHETHER}:
        return _about_the_same(question, before, plain)
    return replace(question, speaker=speaker, topic=topic)


def _about_the_same(question: Question, before: Exchange, plain: str) -> Question:
    """Put whoever was named last in the place of a pronoun; "who is he?" is about nobody else."""
    asked = question.sought or question.text
    is_person = any(word.lower() in _A_PERSON for word in _PERSONAL.findall(asked))
    if subject := _named_last(before, is_person=is_person):
        return replace(question, sought=_PERSONAL.sub(lambda _: subject, asked))
    return replace(question, asked=Asked.UNCLEAR) if _WHO_IS_IT.fullmatch(plain) else question


def _meant(pronoun: str, before: Exchange) -> str | None:
    """Return whose words a pronoun asks for: those of the person who was the answer, though somebody else is cited."""
    return _named_last(before, is_person=True) if pronoun.lower() in _A_PERSON else _speaker(before)


def _named_last(before: Exchange, *, is_person: bool) -> str | None:
    """Return the name that was answered, or for a person the only one in the earlier question, or who was cited."""
    fact = _fact(before)
    asks_fact = before.question.asked in {Asked.FACT, Asked.WHETHER}
    earlier = before.question.sought or before.question.text if asks_fact else ""
    for told in (fact, earlier) if is_person else ():
        if told and len(people := _people(told)) == 1:
            return people.pop()
    if fact and fact[0].isupper() and not is_a_time(fact, 0, len(fact)) and not (is_person and aliases(fact)):
        return fact
    return _speaker(before) or (None if is_person else fact)


def _people(text: str) -> set[str]:
    return {one.text for one in parsed(text).ents if one.label_ == "PERSON"}


def _fact(before: Exchange) -> str | None:
    """Return the name, number or the like that the earlier question asked for; yes and no are none."""
    return before.answer.short if before.question.asked is Asked.FACT else None


def _speaker(before: Exchange) -> str | None:
    """Return whose words the earlier exchange was about: the one who was cited, or who was asked about."""
    names = {citation.speaker for citation in before.answer.citations} - {None}
    if len(names) == 1:
        return names.pop()
    return before.question.speaker
