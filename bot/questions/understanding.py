"""A question's text to what it asks for, by its form alone; what leans on earlier questions is said to."""

import re
from dataclasses import replace

from bot.errors import QuestionError
from bot.questions.descriptions import description
from bot.questions.periods import Period
from bot.questions.question import Asked, Question
from bot.questions.time_phrases import cut_period, is_recent

PERSONAL = frozenset(["he", "she", "they", "it", "him", "her", "them", "his", "hers", "their", "theirs", "its"])
PRONOUNS = PERSONAL | frozenset(["this", "that", "these", "those", "so", "himself", "herself", "themselves"])
_LONGEST_NAME = 8
"""How many words a name in a question may have, or the kind of speaker in a description."""

_SAY = (
    r"(?:say|said|says|saying|tell|told|claim(?:ed|s)?|announced?|stated?|argued?|comment(?:ed)?|add(?:ed)?|remark(?:ed)?|"
    r"declared?|report(?:ed)?|allege[ds]?|assert(?:ed)?|insist(?:ed)?|warn(?:ed)?|write|wrote|written|tweet(?:ed)?|"
    r"respond(?:ed)?|repl(?:y|ied)|react(?:ed)?|think|thought|talk(?:ed)?|speak|spoke)"
)
_MENTION = (
    r"(?:mention(?:ed|s)?|discuss(?:ed)?|bring up|brought up|raised?|refer(?:red)? to|address(?:ed)?|touch(?:ed)? on|"
    r"(?:say|said|have|had) (?:anything|something|a word) (?:about|on|to say (?:about|on)|regarding)|"
    r"(?:talk(?:ed)?|speak|spoke|spoken|comment(?:ed)?|remark(?:ed)?|tweet(?:ed)?|write|wrote|written) (?:about|on|of))"
)
_ABOUT = r"(?:about|on|regarding|concerning|of|to|as to|with regard to|in response to)"
_END = r"(?:\s+(?:us|them|reporters|the (?:press|media)|that))?"
_DID = r"(?:did|does|do|has|have|had|is|was|were)"
_SPEAKER = r"(?P<speaker>.+?)"
_TOPIC = rf"(?: {_ABOUT} (?P<topic>.+))?"
_WORDS_OF = r"(?:statements?|positions?|comments?|views?|opinions?|stance|words|remarks|quot(?:e|ation)s?)"
_RESPONSE_OF = r"(?:response|reaction|reply|answer)"
_PASSIVE = (
    r"(?:(?:is|are|was|were) |(?:has|have|had) (?=.* been ))(?:(?! saying )[^?])+? "
    r"(?:said|told|reported|alleged|claimed|thought) to (?!(?:us|them|reporters|the)\b)"
)
"""What somebody "is said to have done" is told of them, and is not what they say."""
_EVERYONE = (
    r"(?:(?:the |both |all |each |every |different |various |other |two |three |opposing |of )*"
    r"(?:parties|sides|speakers|side|party|speaker|people)|everyone|everybody|they all|others)"
)
_ON_WHICH_DAY = r"(?:when|on (?:what|which) (?:day|date)s?|in which year)"
_SAID_WHAT = rf"(?:(?:,? that|:|,)? (?:{_ABOUT} )?(?P<topic>.+))?"
_EVER = r"(?:ever |also |really |actually )*"
_MORE = r"(?:(?P<also>also|else|further) |have to |had to )?"
_LIST = r"(?:list |show )?(?:all |the |every )*"
_REPLIED = r"(?:replied|responded|answered|reacted|objected|disagreed|replies|responds|disagrees)"

# In order: the first form that fits the whole question is taken.
_FORMS = {
    Asked.PARTIES: (
        rf"what {_DID} {_EVERYONE} {_SAY}{_END} {_ABOUT} (?P<topic>.+)",
        rf"who {_SAY} what {_ABOUT} (?P<topic>.+)",
        rf"what (?:is|was|has been|is being) said {_ABOUT} (?P<topic>.+)",
        rf"who (?:else )?(?:has |had )?{_MENTION} (?P<topic>[^\"'\u201c\u2018]+)",
    ),
    Asked.REPLIES: (rf"who (?:else )?(?:has |had )?{_REPLIED}(?: to (?P<speaker>.+?)(?:['\u2019]s? {_WORDS_OF})?)?",),
    Asked.WHEN: (
        rf"{_ON_WHICH_DAY} (?!{_PASSIVE}){_DID} {_SPEAKER} (?:first |last )?(?:{_MENTION}|{_SAY}){_SAID_WHAT}",
    ),
    Asked.RESPONSE: (
        rf"how {_DID} {_SPEAKER} (?:respond(?:ed)?|react(?:ed)?|reply|replied|answer(?:ed)?){_TOPIC}",
        rf"what (?:is|was|were|are) {_SPEAKER}(?:['\u2019]s?) {_RESPONSE_OF}{_TOPIC}",
        rf"{_SPEAKER}(?:['\u2019]s?) {_RESPONSE_OF}{_TOPIC}",
    ),
    Asked.MENTION: (rf"{_DID} {_SPEAKER} {_EVER}{_MENTION} (?P<topic>.+)",),
    Asked.STATEMENTS: (
        rf"what (?P<more>else )?(?!{_PASSIVE}){_DID} {_SPEAKER} {_MORE}{_SAY}{_END}{_TOPIC}",
        rf"{_SPEAKER} (?P<also>also )?{_SAY}{_END} what(?P<more> else)?{_TOPIC}",
        rf"what (?:is|was|were|are) {_SPEAKER}(?:['\u2019]s?) {_WORDS_OF}{_TOPIC}",
        rf"(?:what|which) {_WORDS_OF} {_DID} {_SPEAKER} (?:make|made|give|gave|given|issued?){_TOPIC}",
        rf"(?:everything|all|whatever) (?:that )?{_SPEAKER} {_SAY}{_TOPIC}",
        rf"quote {_SPEAKER}{_TOPIC}",
        r"according to (?P<speaker>.+?), (?P<topic>.+)",
        rf"{_SPEAKER}(?:['\u2019]s?)? {_WORDS_OF}{_TOPIC}",
        rf"(?:{_LIST})?{_WORDS_OF} (?:by|of|from) {_SPEAKER}{_TOPIC}",
        rf"(?!{_PASSIVE}){_DID} {_SPEAKER} {_EVER}{_SAY}(?: that)? (?P<topic>.+)",
    ),
    Asked.WHO_SAID: (rf"who (?:has |had )?{_SAY}(?:,? that|:|,)? (?P<words>.+)",),
    Asked.WHETHER: (rf"(?:{_DID}|are|can|could|will|would|should|must)(?:n['\u2019]t)? (?!.* or ).+",),
}
_PATTERNS = [(asked, re.compile(form, re.IGNORECASE)) for asked, forms in _FORMS.items() for form in forms]
_POLITE = re.compile(
    r"^(?:please[,:]?\s+|(?:can|could|would) you (?:please )?(?:tell|show) me[,:]?\s+|(?:tell|show|give) me[,:]?\s+|"
    r"(?:and|so|but|ok|okay|then)[,:]?\s+)+",
    re.IGNORECASE,
)
_IMPERSONAL = re.compile(
    r"^(?:(?:what|who|whom|how|when|where|why|which|is|are|was|were|did|does|do|has|have|can|will|would)\b.*|"
    r"you|we|i|one|there|people|anyone|any ?body|some ?one|some ?body|(?:mon|tues|wednes|thurs|fri|satur|sun)day|"
    r"(?:jan|febr)uary|march|july|(?:septem|octo|novem|decem)ber|"
    r"the (?:articles?|sources?|documents?|texts?|stor(?:y|ies)|reports?|news|parties|sides))$",
    re.IGNORECASE,
)
_UNSAID = re.compile(r"\b(?:not|never|(?:refus|fail|declin)\w*(?: to)?)$", re.IGNORECASE)
_QUOTES = " \"'\u201c\u201d\u2018\u2019,.?"
_QUOTED = re.compile(
    r"(?:(?:of|about|that|an?|the|his|her|its|their)\s+)+[\"'\u201c\u2018]"
    r"(?P<words>(?:[^\"'\u201c\u201d\u2018\u2019]|(?<=\w)['\u2019](?=\w))+)[\"'\u201d\u2019]?",
    re.IGNORECASE,
)


def understand(asked: str, published: Period | None = None) -> Question:
    """Return what a question asks for.

    Args:
        asked: in words.
        published: when the sources were published, which phrases such as "last week" are read by; None if that is not
            known.

    Raises:
        QuestionError: it holds no words.
    """
    text, plain = tidied(asked)
    cut, period = cut_period(plain, published.last if published else None)
    whole, dated = _read(text, plain), _read(text, cut) if period else None
    if dated is None or dated.asked in {Asked.FACT, Asked.WHETHER, Asked.WHO_SAID}:
        return _looked_for_then(whole, cut, period) if published and is_recent(plain) else whole
    if whole.topic and not _overlap(period, published):
        return whole  # "… about the crisis in 2008": the time belongs to the topic
    return replace(dated, period=period)


def tidied(asked: str) -> tuple[str, str]:
    """Return a question with its spaces tidied, and that without what is said for politeness.

    Raises:
        QuestionError: it holds no words.
    """
    text = " ".join(asked.split()) if isinstance(asked, str) else ""
    if not re.search(r"\w", text):
        message = "ask a question in words, for example: what did Kirby say?"
        raise QuestionError(message)
    return text, _POLITE.sub("", text).rstrip(" ?!.")


def _read(text: str, plain: str) -> Question:
    for asked, pattern in _PATTERNS:
        found = pattern.fullmatch(plain)
        parts = found.groupdict() if found else {}
        if found and _names_somebody(parts):
            words = _bare(parts["words"]) if parts.get("words") else None
            also = bool(parts.get("also") or parts.get("more"))
            question = Question(text, asked, parts.get("speaker"), parts.get("topic"), words, also=also)
            return replace(question, leans=_leans(question))
    return Question(text, leans=bool(PERSONAL & set(plain.lower().split())))


def _bare(words: str) -> str:
    """Return words without their quote marks, and without what stands before these: "of a 'policy of force'"."""
    quoted = _QUOTED.fullmatch(words)
    return (quoted["words"] if quoted else words).strip(_QUOTES)


def _looked_for_then(whole: Question, cut: str, period: Period | None) -> Question:
    """Look for a fact of the last days or weeks in what was published then; other times are sought as they are."""
    if period is None or whole.asked not in {Asked.FACT, Asked.WHETHER} or not re.search(r"\w", cut):
        return whole
    return replace(whole, period=period, sought=f"{cut}?")


def _names_somebody(parts: dict[str, str | None]) -> bool:
    speaker = parts.get("speaker")
    if not speaker:
        return True
    described = description(speaker)
    name = described.kind if described else speaker
    is_name = not _IMPERSONAL.match(speaker) and not _UNSAID.search(speaker)
    return is_name and len(name.split()) <= _LONGEST_NAME


def _leans(question: Question) -> bool:
    mentions = (question.speaker, question.topic, question.words)
    return any(mention and mention.lower() in PRONOUNS for mention in mentions) or (
        question.asked is Asked.REPLIES and not question.speaker
    )


def _overlap(period: Period | None, published: Period | None) -> bool:
    if period is None or published is None:
        return True
    starts_later = period.after and published.before and period.after > published.before
    ends_earlier = period.before and published.after and period.before <= published.after
    return not (starts_later or ends_earlier)
