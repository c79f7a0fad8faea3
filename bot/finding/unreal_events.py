"""Whether a sentence tells of an event only as refused, denied, called for, planned, avoided, or as not so.

"Who resigned?" is not answered by "Berg rejected calls to resign", and "Who refused to resign?" is.
"""

from typing import TYPE_CHECKING, Final

from bot.finding.unreal_words import ADJECTIVES, AGAINST, ALIKE, NOUNS, OBJECTS, PLANNED, TOLD, UNDONE, WANTED
from bot.finding.verbs import base, bases
from bot.parsed_text import parsed

if TYPE_CHECKING:
    from spacy.tokens import Token


_IN_THE_END: Final = frozenset({"later", "eventually", "soon", "subsequently", "finally"})
_BECAME: Final = frozenset({"become", "prove", "remain", "die"})
_NOT_WHOLLY: Final = frozenset({"until", "till", "only", "just", "because", "before", "but", "due"})
_OPEN: Final = frozenset({"if", "unless", "whether"})
_INSTEAD: Final = frozenset({"without", "instead"})
_LINKING: Final = frozenset({"about", "against", "from", "of", "on", "to"})
_OF_TIME_OR_PLACE: Final = frozenset({"in", "on", "at", "by", "since", "within", "during"})
_IS: Final = frozenset({"am", "is", "are", "was", "were"})
_HELPERS: Final = _IS | frozenset({"do", "does", "did", "has", "have", "had"})
_NO_EVENTS: Final = frozenset(map(base, (*_HELPERS, "be", "been", "being", "done", "happen", "'s")))
_NOUN: Final = frozenset({"NN", "NNS"})
_NOUNS: Final = _NOUN | {"NNP", "NNPS"}
_BELONGS: Final = frozenset({"amod", "appos", "compound", "conj", "nmod", "nummod", "pcomp", "pobj", "poss", "prep"})
_CLAUSES: Final = frozenset({"xcomp", "ccomp", "advcl", "acl", "relcl"})


def is_unreal(question: str, sentence: str, answer: tuple[int, int] | None = None) -> bool:
    """Say whether a sentence tells of what happened, by a question, only as of what did not, or may not have.

    Where it does not tell of that at all, nothing is an answer, a span of it, that is only wanted or refused there. A
    question that is itself about a plan or a denial, or about yes and no, supposes nothing.

    >>> is_unreal("Who resigned?", "Ann Lee refused to resign."), is_unreal("Who resigned?", "Ann Lee resigned.")
    (True, False)
    >>> is_unreal("Who refused to resign?", "Ann Lee refused to resign.")
    False
    >>> is_unreal("What did Oman send?", "Oman has sought ships from Peru.", (16, 21))
    True
    """
    events = _supposed(question)
    if not events:
        return False
    told = [one for one in parsed(sentence) if events & _bases(one)]
    return all(map(_did_not_happen, told)) if told else answer is not None and _is_wanted(sentence, *answer)


def _is_wanted(sentence: str, start: int, end: int) -> bool:
    """Say whether a span is, or belongs to, the object of what makes it unreal, or is the time or place of that.

    "They sought help, including ships"; "they wanted a railway by 1920".
    """
    within = [one for one in parsed(sentence) if start <= one.idx < end]
    one = next((one for one in within if one.head not in within or one.head == one), None)
    while one is not None and one.dep_ in _BELONGS:
        if one.tag_ in _NOUNS and _is_undone(one):
            return True
        belongs, one = one, one.head
        if belongs.lower_ in _OF_TIME_OR_PLACE and one.tag_ not in _NOUNS:
            return _is_finite(one) and bool(_bases(one) & OBJECTS & (UNDONE | WANTED))
    return one is not None and one.tag_ in _NOUNS and _is_undone(one)


def _supposed(question: str) -> set[str]:
    """Return the bases of the verbs for what a question supposes to have happened."""
    tokens = parsed(question)
    first = next((one for one in tokens if one.tag_ != "CC"), None)
    asks_whether = first is None or first.lower_ in _HELPERS
    if asks_whether or any(map(_is_of_no_event, tokens)):
        return set()
    events = {verb for one in tokens if _is_past(one) for verb in _bases(one)} - _NO_EVENTS
    return events.union(*(alike for alike in ALIKE if alike & events))


def _is_of_no_event(token: "Token") -> bool:
    unreal = _bases(token) & (UNDONE | WANTED | OBJECTS | NOUNS)
    return bool(unreal) or token.dep_ == "neg" or token.tag_ == "MD" or token.lower_ in ADJECTIVES


def _is_past(token: "Token") -> bool:
    helped = {child.lower_ for child in token.children if child.dep_ in {"aux", "auxpass"}}
    if token.tag_ == "VBN":
        return bool(helped & {"was", "were", "has", "have", "had"})
    is_participle = token.dep_ == "acomp" and token.lower_.endswith("ed") and token.head.lower_ in {"was", "were"}
    return token.tag_ == "VBD" or "did" in helped or is_participle  # the parser may take "was closed" for "was open"


def _bases(token: "Token") -> set[str]:
    """Return a verb without its ending, alone and with its particles, or the verbs that a noun may be made of."""
    if token.tag_ in _NOUN:
        return bases(token.lower_)
    verb = base(token.lower_)
    return {verb, *(f"{verb}-{child.lower_}" for child in token.children if child.dep_ in {"prt", "advmod", "prep"})}


def _did_not_happen(token: "Token") -> bool:
    """Say whether a verb, or a noun for an event, is negated or open, or depends on a word that makes it so."""
    if token.tag_ in _NOUN and token.dep_ not in _CLAUSES:
        return _is_undone(token)
    if _is_negated(token) or _is_open(token):
        return True
    if token.dep_ == "conj":
        return token.tag_ in {"VB", "VBG", "VBN"} and not _is_finite(token) and _did_not_happen(token.head)
    if token.dep_ in {"pcomp", "pobj"}:
        return _depends_on_preposition(token, token.head)
    return token.dep_ in _CLAUSES and _depends_on(token, token.head)


def _depends_on_preposition(token: "Token", preposition: "Token") -> bool:
    word, governor = preposition.lower_, preposition.head
    if word in _INSTEAD or f"{base(governor.lower_)}-{word}" in AGAINST:
        return True
    return word in _LINKING and _depends_on(token, governor)


def _depends_on(token: "Token", head: "Token") -> bool:
    """Say whether a clause is made unreal by the word that it depends on."""
    if any(child.tag_ in {"WRB", "WP"} for child in token.children):
        return False  # "refused to say why he resigned"
    if head.tag_ in _NOUN:
        return _depends_on_noun(token, head)
    if _bases(head) & UNDONE:
        is_beside = token.dep_ == "advcl" and _is_finite(token)
        return not is_beside and not _is_negated(head)
    if _bases(head) & WANTED:
        return not _is_finite(token)
    if _is_due(token, head):
        return True
    return token.dep_ == "xcomp" and (head.lower_ in ADJECTIVES or _did_not_happen(head))


def _is_due(token: "Token", head: "Token") -> bool:
    """Say whether something "is to be done", or "was to open"; what "was to become" so did, in the end."""
    beside = {child.lower_ for one in (token, head) for child in one.children}
    is_due = token.tag_ == "VBN" or (token.tag_ == "VB" and not beside & _IN_THE_END and token.lower_ not in _BECAME)
    return head.lower_ in _IS and is_due and any(child.tag_ == "TO" for child in token.children)


def _depends_on_noun(token: "Token", noun: "Token") -> bool:
    if token.dep_ == "pcomp" or any(child.tag_ == "TO" for child in token.children):
        return bool(_bases(noun) & NOUNS)
    is_denied = noun.dep_ in {"dobj", "nsubjpass"} and bool(_bases(noun.head) & UNDONE)
    return token.dep_ != "relcl" and is_denied and bool(_bases(noun) & TOLD)


def _is_undone(noun: "Token") -> bool:
    """Say whether a noun for an event is the object of what makes it unreal: "called for the closure of the mine"."""
    if any(child.lower_ in PLANNED for child in noun.children):
        return True
    if noun.dep_ == "pobj":
        governor, preposition = noun.head.head, noun.head.lower_
        of_noun = preposition in {"of", "for"} and governor.tag_ in _NOUN
        return f"{base(governor.lower_)}-{preposition}" in OBJECTS or (of_noun and bool(_bases(governor) & NOUNS))
    is_object = noun.dep_ in {"dobj", "nsubjpass"}
    return is_object and bool(_bases(noun.head) & OBJECTS) and not _is_negated(noun.head)


def _is_negated(verb: "Token") -> bool:
    negated = any(child.dep_ == "neg" for child in verb.children)
    return negated and not any(one.lower_ in _NOT_WHOLLY for one in verb.subtree)


def _is_open(verb: "Token") -> bool:
    beside = {child.lower_ for child in verb.children}
    may_be = any(child.tag_ == "MD" for child in verb.children)
    return bool(beside & _OPEN) or (may_be and not beside & _IN_THE_END)


def _is_finite(verb: "Token") -> bool:
    """Say whether a verb tells of the past or the present, by itself or by its helper."""
    helpers = [child.tag_ for child in verb.children if child.dep_ in {"aux", "auxpass"}]
    return not {"VBD", "VBZ", "VBP"}.isdisjoint([verb.tag_, *helpers])
