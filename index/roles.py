"""What a text calls people beside their names: "White House spokesman John Kirby", "John Kirby, the spokesman, …"."""

import re
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass

from index.document import Span
from index.lexical import FUNCTION_WORDS
from index.parties import without_article
from index.people import People, bare_name
from index.speech_verbs import is_speech

ROLE_HEADS = re.compile(
    r"\b(?:spokes(?:man|woman|person)|candidate|nominee|senator|governor|mayor|president|minister|secretary|director|"
    r"chief|leader|lawyer|attorney|officer|official|professor|author|analyst|manager|adviser|advisor|chairman|"
    r"chairwoman|ceo|judge|prosecutor|general|admiral|ambassador|envoy|king|queen|pope|coach|founder|head|expert|"
    r"economist|reporter|congressman|congresswoman|representative|mogul|businessman|billionaire|doctor|priest|sheriff|"
    r"commissioner|mp|premier|chancellor|councillor|councilor|councilman|councilwoman|lawmaker|captain|colonel|"
    r"engineer|scientist|researcher|biologist|nurse|surgeon|teacher|principal|superintendent|pastor|bishop|activist|"
    r"campaigner|organizer|clerk|treasurer|historian|pollster|strategist|consultant|columnist|editor|owner|farmer|"
    r"inspector|detective|investigator|organiser|chair|counsel|barrister|solicitor|banker|trader|driver|pilot|soldier|"
    r"veteran|witness|defendant|suspect|victim|resident|neighbou?r|student|widow|widower|mother|father|son|daughter|"
    r"brother|sister|wife|husband|striker|goalkeeper|midfielder|defender|player|singer|actor|actress|writer|novelist|"
    r"playwright|artist|photographer|paramedic|firefighter|sergeant|constable|vicar|imam|rabbi|fisherman|"
    r"(?:shop|book|house|game|bee)keeper|(?:film|policy|dress|wine)maker|worker|hairdresser|"
    r"(?:ge|psych|soci|vir|epidemi|meteor|archae|crimin)ologist|(?:phys|techn|polit|mus|statist|electr)ician|"
    r"plumber|dentist|waiter|waitress|chef|sailor|skipper|docker|"
    r"landlord|tenant|volunteer|negotiator|executive|briefer|caretaker|referee|composer|poet|critic|blogger|entrepreneur|investor)\b(?!['\u2019]s\b)",
    re.IGNORECASE,
)
_MODIFIER = (
    r"(?:former|acting|vice|deputy|senior|chief|prime|foreign|defen[cs]e|presidential|executive|assistant|national|"
    r"security|press|retired|campaign|communications?|police|fire|local|opposition)"
)
_WORD = (
    r"(?:(?:[A-Z]\.)+|(?:Asst|Capt|Col|Dept|Det|Dr|Gen|Gov|Hon|Lt|Maj|Prof|Rep|Rev|Sen|Sgt|St|Supt)\."
    r"|[A-Z](?:[\w&'\u2019-]|\.(?=\w))*)"
)
"""A word with a capital; a full stop ends it only where it is cut short: "St. Mary's", and not "Monday. Mayor"."""
_NO_TITLE = (
    r"(?!(?:As|With|Under|But|And|When|While|If|In|On|To|For|By|From|Then|So|That|The|A|An|His|Her|Its|Their|It|He|She|We"
    r"|They|There|What|Who|\w+day)\b)"
)
_LEADING = rf"(?:{_NO_TITLE}(?:{_WORD}|{_MODIFIER})(?=\s)[^\S\n]*\n?[^\S\n]*)*"
_TITLE = re.compile(rf"{_LEADING}(?:[A-Za-z]+-)?(?i:{ROLE_HEADS.pattern})$")
"""A title right before a name: "White House spokesman", "former Vice President"."""
_OFFICE = re.compile(
    rf"(?<![\w.]){_LEADING}(?:(?:(?<=\b[Tt]he\s)|(?<=['\u2019]s\s))(?:[a-z][\w-]*\s){{1,2}})?(?:(?i:{_MODIFIER})\s+)*"
    rf"(?i:{ROLE_HEADS.pattern})(?:\s(?:of|for|at|in)\s[^,.;\n]{{2,50}})?,$"
)
"""What stands before a name in apposition: "the mayor of Brackwell,", "Kenya's health minister,"."""
_OWNER = re.compile(
    rf"(?<![\w.'\u2019-])(?!(?:it|that|s?he|there|what|who|here|let|tonight|week|month|year|\w+day)['\u2019])"
    rf"(?P<owner>(?:(?:{_NO_TITLE}{_WORD}\s)*{_NO_TITLE}{_WORD}|[a-z][\w-]*['\u2019]?s?)(?:(?<=['\u2019]s)|(?<=s['\u2019])))"
    r"\s(?P<kind>(?:[a-z][\w-]*\s){0,3})$"
)
"""Whose an office is, with the words between: "the employers' chief " before "negotiator"."""
_SPOKEN_FOR = re.compile(r"(?P<office>(?:\b[a-z][a-z-]+\s){1,2})$")
"""For what a spokesman speaks: "the health ministry " before "spokesman"."""
_SPOKESMAN = re.compile(r"spokes\w+|briefer", re.IGNORECASE)
_UNNAMED = re.compile(
    rf"(?:(?<=[.!?]\s)|(?<=[.!?][\"\u201d\u2019]\s)|(?<=\n))(?:An?|One|Another|His|Her|Its|Their)\s+(?P<role>(?:[\w-]+\s+){{0,3}}?"
    rf"{ROLE_HEADS.pattern}(?:\s(?:of|for|at|with|from)\s(?:the\s)?{_WORD}(?:\s{_WORD})*)?)(?!,?\s[A-Z])"
)
"""Whom a sentence begins with and does not name: "A spokesman for Halvorsen Bank declined to say"."""
_APPOSITION = re.compile(r",\s+((?:the|a|an|his|her)\s[^,.;\n]{3,80}|[^,.;\n]{3,60})[,.]")
_EXPLAINED = re.compile(
    rf"(?:[Tt]he|[Aa]n?)\s(?:[a-z][\w-]*\s){{0,3}}[a-z][\w-]*,\s(?!\w+day\b)(?P<name>{_WORD}(?:\s(?:of\s|the\s)*{_WORD})*),?"
)
"""A party that is told what it is and then named: "the ferry operator, Nordic Lines,"."""
_DETERMINERS = {"the", "a", "an", "this", "that", "his", "her", "its", "their", "our", "my", "of"}
_OF_SOMETHING = re.compile(r"^(?:its|their)\s+", re.IGNORECASE)
_RANKS = re.compile(
    r"captain|colonel|general|admiral|sergeant|constable|inspector|detective|doctor|professor", re.IGNORECASE
)
_STOPS = tuple(",.;:")
_LESSER = {"vice", "deputy", "former", "assistant", "acting", "ex"}


@dataclass(frozen=True, slots=True)
class Roles:
    """The people of a text who have a role, each with the first that the text gives."""

    by_name: Mapping[str, str]

    def of(self, name: str) -> str | None:
        """Return the role of somebody, or None."""
        return self.by_name.get(name)

    def holders(self, mention: str) -> list[str]:
        """Return whom a mention such as "spokesman" can mean; a vice president is no president."""
        wanted = _words(mention)
        held = {name: _words(role) for name, role in self.by_name.items()}
        return [
            name for name, words in held.items() if words[-1] == wanted[-1] and not (_LESSER & set(words)) - set(wanted)
        ]


def _words(role: str) -> list[str]:
    """Return the words of a role, without whose it is: "vice-president of the bank" is "vice" and "president"."""
    return re.split(r"[\s-]+", re.split(r"\s(?:of|for|at|in)\s", role.casefold())[0])


def is_role(words: str) -> bool:
    """Say whether words are a role and no name: "President"."""
    return bool(ROLE_HEADS.fullmatch(words))


def has_role(text: str, name: Span) -> bool:
    """Say whether a title before a name, or an apposition behind it, is what people are: "the mayor, Ann Lee"."""
    before = text[max(0, name.start - 100) : name.start].rstrip()
    after = _APPOSITION.match(text, name.end)
    return bool(_TITLE.search(before) or _OFFICE.search(before) or (after and _role(after[1])))


def explained(words: str) -> str | None:
    """Return whom words name behind what it is: "The ferry operator, Nordic Lines," is Nordic Lines; None otherwise."""
    found = _EXPLAINED.fullmatch(" ".join(words.split()))
    return found["name"] if found else None


def unnamed_before(text: str, end: int, reach: int) -> tuple[str, Span] | None:
    """Return the role with which the last sentence begins that names nobody there, and where; None if none does."""
    found = deque(_UNNAMED.finditer(text, max(0, end - reach), end), maxlen=1)
    return (found[0]["role"], Span(*found[0].span())) if found else None


def called(noun: str, text: str, people: People) -> list[str]:
    """Return whom a text calls by a noun right before the name, or in an apposition that begins behind it.

    "District collector Arvind Menon" is the collector, and so is "Arvind Menon, the collector".
    """
    word = re.escape(noun)
    after = re.compile(rf",\s+(?:the|an?)\s+(?:[\w-]+\s+)?{word}(?=[,.;]|\s(?:of|for|at|from|who)\b)")
    found = (
        people.full_name(one.name, one.span.start)[0]
        for one in people.mentions
        if _is_title(noun, text[max(0, one.span.start - 60) : one.span.start]) or after.match(text, one.span.end)
    )
    return list(dict.fromkeys(found))


def _is_title(noun: str, before: str) -> bool:
    """Say whether a noun right before a name is its title: it has no article, as in "the company Ann Lee founded"."""
    words = before.rpartition("\n")[2].casefold().split()
    return words[-1:] == [noun] and not _DETERMINERS & set(words[-4:-1])


def learnt(text: str, people: People) -> Roles:
    """Return the roles that a text gives to the people whose full names are beyond doubt."""
    roles: dict[str, str] = {}
    for mention in people.mentions:
        name, certain = people.full_name(mention.name, mention.span.start)
        after = _APPOSITION.match(text, mention.span.end)
        role = (_role(after[1]) if after else None) or _before(text, mention.span)
        if certain and role:
            roles.setdefault(name, role)
    return Roles(roles)


def _before(text: str, name: Span) -> str | None:
    """Return the title before a name, or the office that it explains between commas: "the mayor of Oslo, Ann Lee"."""
    before = text[max(0, name.start - 100) : name.start].rstrip()
    title = _TITLE.search(before)
    rank = title if title and _RANKS.fullmatch(title[0]) else None
    is_set_off = text[name.end : name.end + 1] in _STOPS and (rank or not title)
    office = _OFFICE.search(before[: rank.start()].rstrip() if rank else before) if is_set_off else None
    found = office or title
    return whose(before[: found.start()], found[0].rstrip(",")) if found else None


def whose(before: str, role: str) -> str:
    """Return a role with whose it is, by the words before it.

    >>> whose("said the employers' chief ", "negotiator"), whose("The health ministry ", "spokesman")
    ("employers' chief negotiator", 'health ministry spokesman')
    >>> whose("On Sunday's ", "referee"), whose("the ministry's new ", "spokesman")
    ('referee', "ministry's new spokesman")
    """
    owned = _OWNER.search(before)
    if owned and not any(map(_tells, owned["kind"].split())):
        return f"{owned['owner']} {owned['kind']}{role}"
    office = _SPOKEN_FOR.search(before) if _SPOKESMAN.fullmatch(role) else None
    words = office["office"].split() if office else []
    while words and any(map(_tells, words)):
        words = words[1:]
    return " ".join([*words, role])


def _tells(word: str) -> bool:
    """Say whether a word before a role belongs to no office: "said spokesman Lee"."""
    return word in FUNCTION_WORDS or is_speech(word)


def _role(words: str) -> str | None:
    """Return the title in an apposition; None if there is none."""
    if not ROLE_HEADS.search(words) or words.startswith(("who ", "which ", "whose ")):
        return None
    role = _OF_SOMETHING.sub("", without_article(words.strip()))
    start = re.search(r"(?:.*\b(?:said|says|as|that|but|when|told|is|was|were|are)\s+)", role)
    role = without_article(role[start.end() :] if start and ROLE_HEADS.search(role[start.end() :]) else role)
    return bare_name(role) if len(role.split()) <= 8 and ROLE_HEADS.search(role) else None  # noqa: PLR2004 - a title
