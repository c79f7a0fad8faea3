"""Questions about what a speaker of transcripts said, and what their answers cite."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from eval.attempt import attempt
from eval.kinds.briefings.transcripts import Transcript
from eval.topics import drawn, noun_phrases, occurs
from index import Document, Passage, Turn

TOPICS = 60
"""How many topics are drawn for a speaker."""

Answerer = Callable[[str], Sequence[Passage]]
"""From a question to the quotes that answer it."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked about a speaker and a topic, and what came.

    Attributes:
        label: what the transcripts call the speaker.
        topic: what the words are to be about.
        cited: the quotes of the answer; none where it refused, or raised.
        own: for each quote, whether it lies in a turn of the speaker.
        mention: for each quote, whether it holds the topic's words.
        error: what was raised, or None.
        seconds: how long it took; None where it raised.
    """

    label: str
    topic: str
    cited: Sequence[Passage] = ()
    own: Sequence[bool] = ()
    mention: Sequence[bool] = ()
    error: str | None = None
    seconds: float | None = None

    @property
    def question(self) -> str:
        """The question as it is asked."""
        return f"What did {called(self.label)} say about {self.topic}?"


def called(label: str) -> str:
    """Return the name that people use for a label.

    >>> called("MS. JEAN-PIERRE"), called("John Kirby")
    ('Jean-Pierre', 'Kirby')
    """
    last = label.rsplit(maxsplit=1)[-1]
    return last.title() if last.isupper() else last


def topics(label: str, transcripts: Sequence[Transcript], seed: int, number: int) -> list[str]:
    """Return noun phrases of a speaker's turns: of each turn that is drawn, the one with the smallest digest."""
    said = [(transcript, turn) for transcript in transcripts for turn in transcript.turns if turn.speaker == label]
    found: list[str] = []
    for transcript, turn in sorted(said, key=lambda pair: drawn(seed, pair[0].document.id, str(pair[1].words.start))):
        document = Document("turn", transcript.document.text[turn.words.start : turn.words.end])
        fitting = {topic for topic, _ in noun_phrases(document)} - set(found)
        found += sorted(fitting, key=lambda topic: drawn(seed, topic))[:1]
        if len(found) == number:
            break
    return found


def ask(label: str, topic: str, answerer: Answerer, transcripts: Mapping[str, Transcript]) -> Asked:
    """Ask about a speaker and a topic; an answerer that raises has failed at that one."""
    cited, error, seconds = attempt(lambda: list(answerer(Asked(label, topic).question)))
    if cited is None:
        return Asked(label, topic, error=error)
    own = [_is_of(label, quote, transcripts[quote.document.id].turns) for quote in cited]
    return Asked(label, topic, cited, own, [occurs(topic, quote.text) for quote in cited], seconds=seconds)


def _is_of(label: str, quote: Passage, turns: Sequence[Turn]) -> bool:
    return any(turn.speaker == label and turn.words.contains(quote.span) for turn in turns)
