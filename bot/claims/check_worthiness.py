"""Which sentences of a text are worth checking: those that say that something particular is or was so.

After the distinction of Hassan, Arslan, Li and Tremayne (ClaimBuster, 2017) between check-worthy factual sentences,
unimportant ones and those without facts. The rule: a main clause with a finite verb in the past or the present and no
modal before it ("will", "should", "may"); a number, a name or a quantity in it, or an office whose holder did
something; no question, request, greeting or wish, and nothing that the speaker offers as an opinion ("I think", "in my
view").
"""

import re
from collections.abc import Sequence
from itertools import accumulate
from typing import TYPE_CHECKING

from index.document import Document, Span
from index.parsing import parsed_sentences
from index.roles import is_role

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_FEWEST_WORDS = 4
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
_MODALS = frozenset(["will", "would", "shall", "should", "may", "might", "must", "could", "can", "'ll", "'d", "wo"])
_QUANTITY = frozenset([
    "all", "always", "double", "each", "every", "few", "first", "half", "last", "least", "less", "majority", "many",
    "more", "most", "never", "no", "none", "nobody", "only", "record", "twice", "several", "zero", "highest",
    "lowest", "largest",
])  # fmt: skip
_TALK = re.compile(
    r"^(?:good (?:morning|afternoon|evening)|hello|hi|dear|welcome|thanks?|congratulations|ladies and gentlemen|please|"
    r"let(?:'s| us| me)|god bless)\b",
    re.IGNORECASE,
)
_OPINION = re.compile(
    r"\b(?:I|we) (?:\w+ly )?(?:think|believe|feel|hope|wish|want|guess|suppose|suspect|doubt|love|like|prefer|promise|"
    r"pledge)\b|\bin (?:my|our) (?:view|opinion|judge?ment)\b|\bit seems\b|\bI'm (?:sure|afraid|proud|glad|happy)\b",
    re.IGNORECASE,
)
_FEELING = re.compile(
    r"^(?:it|this)(?: is| was|['\u2019]s| has been| feels)(?: \w+ly| so| such| very| always| an?| my| our| great)*"
    r" (?:amazing|awful|beautiful|crucial|delight|disgrace|essential|exciting|fantastic|fitting|good|great|honou?r"
    r"|humbling|important|joy|lovely|marvellous|moving|nice|pity|pleasant|pleasure|privilege|right|sad|shame|terrible"
    r"|terrific|time|vital|wonderful|wrong)\b(?: \w+){0,5}? to (?!\w+ that\b)[a-z]",
    re.IGNORECASE,
)
"""What somebody feels about something, or wants done: "It is wonderful to be in Oslo"."""
_NO_FACTS = (_TALK, _OPINION, _FEELING)


def check_worthy(sentences: Sequence[str]) -> list[bool]:
    """Return of each sentence whether it is worth checking."""
    document = Document("sentences", "\n".join(sentences))
    ends = list(accumulate(len(one) + 1 for one in sentences))
    spans = tuple(Span(end - 1 - len(one), end - 1) for one, end in zip(sentences, ends, strict=True))
    return [_worthy(one) for one in parsed_sentences(document, spans)]


def _worthy(sentence: "Doc") -> bool:
    text = sentence.text.strip(" \"'\u201c\u201d\u2018\u2019")
    if text.endswith("?") or len(text.split()) < _FEWEST_WORDS or any(one.search(text) for one in _NO_FACTS):
        return False
    root = next((token for token in sentence if token.head == token), None)
    return root is not None and _asserts(root) and any(_particular(token) for token in sentence)


def _asserts(root: "Token") -> bool:
    """Say whether a verb with a subject is in the past or the present."""
    helpers = [child for child in root.lefts if child.dep_ in {"aux", "auxpass"}]
    if any(one.lower_ in _MODALS for one in helpers) or not any(child.dep_ in _SUBJECTS for child in root.lefts):
        return False
    return any(token.tag_ in _FINITE for token in (root, *helpers))


def _particular(token: "Token") -> bool:
    is_named = token.pos_ == "PROPN" or token.ent_type_ != ""
    return token.like_num or is_named or token.lower_ in _QUANTITY or _is_the_holder(token)


def _is_the_holder(token: "Token") -> bool:
    """Say whether a word is an office that one person has, who did something: "the mayor resigned"."""
    is_the = any(child.lower_ == "the" for child in token.children) and token.tag_ == "NN"
    return is_the and token.dep_ in _SUBJECTS and token.head.tag_ in {"VBD", "VBN"} and is_role(token.text)
