"""Facts in two steps: who or what a clause describes is found first, and then what is asked of that."""

import re
from collections.abc import Callable, Sequence
from typing import Final

from bot.finding.answer_finding import Candidate
from bot.finding.named import occurs
from bot.questions.two_steps import Steps

_NAME: Final = re.compile(r"[A-Z][\w'\u2019-]*(?:\s+(?:(?:of|the|de|van|von|al)\s+)*[A-Z][\w'\u2019-]*)*$")


def found_in_two_steps(
    steps: Steps, candidates: Callable[[str], Sequence[Candidate]], least: float
) -> tuple[Candidate, Candidate] | None:
    """Return a sentence that names what is described, and one that answers of it by that name.

    None where either is not sure.

    Args:
        steps: what is asked, one after the other.
        candidates: gives what may answer a question, the likeliest first.
        least: how likely each step must be right.
    """
    named = surely_named(candidates(steps.first), least)
    if named is None:
        return None
    first, name = named
    then = next(iter(candidates(steps.then.replace("{}", name))), None)
    if then is None or then.short is None or then.confidence < least or occurs(name, then.short.text):
        return None
    return (first, then) if occurs(name, then.sentence.text) else None


def surely_named(found: Sequence[Candidate], least: float) -> tuple[Candidate, str] | None:
    """Return the first candidate and the name that it gives; None where it is not sure, or another is, too."""
    sure = [(one, name) for one in found if one.confidence >= least and (name := _name(one))]
    if not sure or sure[0][0] is not found[0]:
        return None
    first, name = sure[0]
    is_one = all(
        set(other.split()) <= set(name.split()) or set(name.split()) <= set(other.split()) for _, other in sure
    )
    return (first, name) if is_one else None


def _name(found: Candidate) -> str | None:
    name = _NAME.search(found.short.text) if found.short else None
    return name[0] if name else None
