"""A question that yes or no answers, as the claim that yes would make."""

from bot.claims.parsed_text import parsed

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})


def claimed(question: str) -> str | None:
    """Return what "yes" would claim; None where the question has no subject behind its first word, or nothing else.

    >>> claimed("Did Iran send arms to Oslo?"), claimed("Aren't there pictures?"), claimed("Is it?")
    ('Iran did send arms to Oslo.', 'there are pictures.', None)
    """
    tokens = parsed(f"{question.rstrip(' ?!.')}?")
    first = tokens[0]
    subject = next((one for one in tokens[1:] if one.dep_ in _SUBJECTS and one.head in {first, first.head}), None)
    if subject is None:
        return None
    # In "Was the bridge built in 1912?" the parser takes what is asked for a part of the subject.
    taken = [child.left_edge.i for child in subject.rights if child.dep_ == "acl" and child.tag_ == "VBN"]
    end = min([subject.right_edge.i + 1, *taken])
    rest = tokens[end:-1].text
    return f"{tokens[subject.left_edge.i : end].text} {first.lower_} {rest}." if rest else None
