"""What is asked: about whom, about what, and which kind of answer would do."""

import re
from dataclasses import dataclass
from enum import StrEnum

from bot.errors import QuestionError


class Asked(StrEnum):
    """The kinds of questions."""

    STATEMENTS = "statements"  # what did X say (about Y)?
    WHO_SAID = "who said"  # who said "…"?
    FACT = "fact"  # anything else


@dataclass(frozen=True, slots=True)
class Question:
    """A question, understood.

    Attributes:
        text: as it was asked, spaces tidied.
        asked: the kind.
        speaker: whose words are asked for, as the question names them, or None.
        topic: what the words are to be about, or None.
        words: the words whose speaker is asked for, or None.
    """

    text: str
    asked: Asked = Asked.FACT
    speaker: str | None = None
    topic: str | None = None
    words: str | None = None


_SAY = (
    r"(?:say|said|says|saying|tell|told|claim(?:ed|s)?|announced?|stated?|argued?|comment(?:ed)?|add(?:ed)?|remark(?:ed)?|"
    r"declared?|report(?:ed)?|allege[ds]?|assert(?:ed)?|insist(?:ed)?|warn(?:ed)?|write|wrote|written|tweet(?:ed)?|"
    r"respond(?:ed)?|repl(?:y|ied)|react(?:ed)?|think|thought|talk(?:ed)?|speak|spoke)"
)
_ABOUT = r"(?:about|on|regarding|concerning|of|to|as to|with regard to|in response to)"
_END = r"(?:\s+(?:us|them|reporters|the (?:press|media)|that))?"
_DID = r"(?:did|does|do|has|have|had|is|was|were)"
_SPEAKER = r"(?P<speaker>.+?)"
_TOPIC = rf"(?: {_ABOUT} (?P<topic>.+))?"
_WORDS_OF = (
    r"(?:statements?|positions?|comments?|response|reaction|views?|opinions?|stance|words|remarks|quot(?:e|ation)s?)"
)
_STATEMENTS = (
    rf"what (?:else )?{_DID} {_SPEAKER} (?:also |else |have to |had to |further )?{_SAY}{_END}{_TOPIC}",
    rf"what (?:is|was|were|are) {_SPEAKER}(?:['\u2019]s?) {_WORDS_OF}{_TOPIC}",
    rf"(?:what|which) {_WORDS_OF} (?:did|does|do|has|have) {_SPEAKER} (?:make|made|give|gave|given|issued?){_TOPIC}",
    rf"how did {_SPEAKER} (?:respond|react|reply|answer){_TOPIC}",
    rf"(?:everything|all|whatever) (?:that )?{_SPEAKER} {_SAY}{_TOPIC}",
    rf"quote {_SPEAKER}{_TOPIC}",
    rf"according to {_SPEAKER}, (?P<topic>.+)",
    rf"{_SPEAKER}(?:['\u2019]s?)? {_WORDS_OF}{_TOPIC}",
    rf"(?:(?:list |show )?(?:all |the |every )*){_WORDS_OF} (?:by|of|from) {_SPEAKER}{_TOPIC}",
)
_WHO_SAID = rf"who (?:has |had )?{_SAY}(?:,? that|:|,)? (?P<words>.+)"
_POLITE = re.compile(
    r"^(?:please[,:]?\s+|(?:can|could|would) you (?:please )?(?:tell|show) me[,:]?\s+|(?:tell|show|give) me[,:]?\s+|"
    r"(?:and|so|but)[,:]?\s+)+",
    re.IGNORECASE,
)
_IMPERSONAL = re.compile(
    r"^(?:(?:what|who|whom|how|when|where|why|which|is|are|was|were|did|does|do|has|have|can|will|would)\b.*|"
    r"it|they|you|we|i|one|there|people|anyone|"
    r"the (?:articles?|sources?|documents?|texts?|stor(?:y|ies)|reports?|news|parties|sides))$",
    re.IGNORECASE,
)


def understand(asked: str) -> Question:
    """Return what a question asks for.

    Raises:
        QuestionError: it holds no words.
    """
    text = " ".join(asked.split())
    if not re.search(r"\w", text):
        message = "ask a question in words, for example: what did Kirby say?"
        raise QuestionError(message)
    plain = _POLITE.sub("", text).rstrip(" ?!.")
    return _statements(text, plain) or _who_said(text, plain) or Question(text)


def _statements(text: str, plain: str) -> Question | None:
    for pattern in _STATEMENTS:
        found = re.fullmatch(pattern, plain, re.IGNORECASE)
        if found and not _IMPERSONAL.match(found["speaker"]) and len(found["speaker"].split()) <= 8:  # noqa: PLR2004
            return Question(text, Asked.STATEMENTS, speaker=found["speaker"], topic=found["topic"])
    return None


def _who_said(text: str, plain: str) -> Question | None:
    found = re.fullmatch(_WHO_SAID, plain, re.IGNORECASE)
    if not found:
        return None
    return Question(text, Asked.WHO_SAID, words=found["words"].strip(" \"'\u201c\u201d\u2018\u2019,.?"))
