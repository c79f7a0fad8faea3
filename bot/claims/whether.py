"""A question that yes or no answers, as the claim that yes would make."""

import re

from bot.parsed_text import parsed

_NAME = re.compile(r"\b(?!(?:The|An?|In|On|At|For|By|From|This|That|It|He|She|They)\b)[A-Z][\w'-]*(?: [A-Z][\w'-]*)*")
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
_NAMED = re.compile(
    r"(?P<first>\w+) (?P<subject>[A-Z][\w'-]*(?: [A-Z][\w'-]*)*)(?<!'s) (?!(?:and|or|of|who|which)\b)(?P<rest>[a-z].+)"
)
"""A question whose subject is a name; the parser does not see it where it takes a verb for a noun."""


def claimed(question: str) -> str | None:
    """Return what "yes" would claim; None where the question has no subject behind its first word, or nothing else.

    >>> claimed("Did Iran send arms to Oslo?"), claimed("Aren't there pictures?"), claimed("Is it?")
    ('Iran did send arms to Oslo.', 'there are pictures.', None)
    """
    tokens = parsed(f"{question.rstrip(' ?!.')}?")
    first = tokens[0]
    subject = next((one for one in tokens[1:] if one.dep_ in _SUBJECTS and one.head in {first, first.head}), None)
    if subject is None:
        return _of_a_name(tokens[:-1].text)
    # In "Was the bridge built in 1912?" the parser takes what is asked for a part of the subject.
    taken = [child.left_edge.i for child in subject.rights if child.dep_ == "acl" and child.tag_ == "VBN"]
    end = min([subject.right_edge.i + 1, *taken])
    rest = tokens[end:-1].text
    claim = f"{tokens[subject.left_edge.i : end].text} {first.lower_} {rest}."
    return claim if rest else _of_a_name(tokens[:-1].text)


def _of_a_name(question: str) -> str | None:
    named = _NAMED.fullmatch(question)
    return f"{named['subject']} {named['first'].lower()} {named['rest']}." if named else None


def exchanged(claim: str) -> str | None:
    """Return a claim with its first two names in each other's place; None where it has fewer.

    >>> exchanged("Iran did send arms to North Korea."), exchanged("Iran did send arms.")
    ('North Korea did send arms to Iran.', None)
    """
    first, *others = dict.fromkeys(_NAME.findall(claim)) or [""]
    if not others:
        return None
    swap = {first: others[0], others[0]: first}
    return _NAME.sub(lambda found: swap.get(found[0], found[0]), claim)
