"""Who does what to whom, as the parser sees it: "Lee was sued by Ames" and "Ames sued Lee" are one deed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bot.parsed_text import lemmatised
from bot.weighing.roots import is_content, roots

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Token

_DOERS: Final = frozenset({"nsubj"})
_TARGETS: Final = frozenset({"dobj", "nsubjpass"})
_GRAMMAR: Final = frozenset({"neg", "agent"})
_ENDS: Final = frozenset({"conj", "advcl", "relcl", "cc", "punct"})
_IN_NAMES: Final = frozenset({"compound"})
_INDEFINITE: Final = (
    frozenset({"anybody", "anyone", "somebody", "someone", "nobody", "one"}),
    frozenset({"anything", "something", "nothing"}),
)
_NONE: Final = frozenset({"nobody", "nothing", "none"})
_SMALL: Final = frozenset({"a", "an", "the", "any", "no"}).union(*_INDEFINITE)


@dataclass(frozen=True, slots=True)
class Deed:
    """What a verb says that is the main one of a sentence, or stands beside it.

    Attributes:
        verb: the verb.
        doers: the nouns for who does it; none where they are not told.
        targets: the nouns for whom it is done to; the same.
    """

    verb: Token
    doers: tuple[Token, ...]
    targets: tuple[Token, ...]

    @property
    def called(self) -> str:
        """The verb's lemma, with its particle: "take over"."""
        particles = [child.lemma_ for child in self.verb.children if child.dep_ == "prt"]
        return " ".join([self.verb.lemma_, *particles]).lower()

    @property
    def is_negated(self) -> bool:
        """Whether it is not done, or done by nobody or to nobody."""
        return any(child.dep_ == "neg" for child in self.verb.children) or any(
            map(is_of_none, (*self.doers, *self.targets))
        )


def deeds(sentence: str) -> list[Deed]:
    """Return what the main verbs of a sentence say.

    >>> [(one.called, one.doers, one.targets) for one in deeds("Lee was sued by Ames and left.")]
    [('sue', (Ames,), (Lee,)), ('leave', (), ())]
    """
    return [_deed(token) for token in lemmatised(sentence) if token.pos_ == "VERB" and _is_main(token)]


def clauses(sentence: str) -> list[str]:
    """Return a sentence's main clauses, those without a subject of their own behind the first one's.

    >>> clauses("Lee was cleared of fraud but convicted of theft.")
    ['Lee was cleared of fraud', 'Lee convicted of theft']
    >>> clauses("They cleared Lee of fraud but convicted him of theft.")
    ['They cleared Lee of fraud', 'They convicted Lee of theft']
    """
    main = [token for token in lemmatised(sentence) if token.pos_ in {"VERB", "AUX"} and _is_main(token)]
    return [" ".join([*_subject_of_another(verb), *map(_named, _own(verb))]) for verb in main]


def is_of_none(noun: Token) -> bool:
    """Say whether there is none of a thing: "no tax", "nobody"."""
    return noun.lower_ in _NONE or any(child.lower_ == "no" for child in noun.children)


def name(noun: Token) -> frozenset[str]:
    """Return the words of a name; none for what has no name."""
    if noun.pos_ != "PROPN":
        return frozenset()
    return frozenset([noun.lower_, *(child.lower_ for child in noun.children if child.dep_ in _IN_NAMES)])


def is_same_name(noun: Token, other: Token) -> bool:
    """Say whether two nouns are one name, of which one may leave out words: "Lee" and "Ann Lee"."""
    one, two = name(noun), name(other)
    return bool(one and two) and noun.lower_ == other.lower_ and (one <= two or two <= one)


def is_same_noun(noun: Token, other: Token) -> bool:
    """Say whether two nouns are forms of one word: "tax" and "taxes", "anybody" and "nobody"."""
    return not roots(noun).isdisjoint(roots(other)) or any({noun.lower_, other.lower_} <= one for one in _INDEFINITE)


def common_words(sentence: str) -> list[str]:
    """Return the lemmas of the words that say something only by where they stand; articles, marks and "by" are none."""
    tokens = lemmatised(sentence)
    return sorted(one.lemma_.lower() for one in tokens if not is_content(one) and not _is_grammar(one))


def _is_grammar(token: Token) -> bool:
    auxiliary = token.pos_ == "AUX" and token.tag_ != "MD"
    return token.is_punct or auxiliary or token.dep_ in _GRAMMAR or token.lower_ in _SMALL


def _is_main(verb: Token) -> bool:
    while verb.dep_ == "conj" and verb.head.pos_ in {"VERB", "AUX"}:
        verb = verb.head
    is_before_who_says_so = verb.dep_ == "ccomp" and verb.head.dep_ == "ROOT" and verb.right_edge.i < verb.head.i
    return verb.dep_ == "ROOT" or is_before_who_says_so


def _deed(verb: Token) -> Deed:
    agents = [one for by in verb.children if by.dep_ == "agent" for one in by.children if one.dep_ == "pobj"]
    doers = [child for child in verb.children if child.dep_ in _DOERS]
    is_there = any(child.dep_ == "expl" for child in verb.children)
    targets = [child for child in verb.children if child.dep_ in _TARGETS or (is_there and child.dep_ == "attr")]
    return Deed(verb, tuple(_with_others([*doers, *agents])), tuple(_with_others(targets)))


def _with_others(nouns: Sequence[Token]) -> Iterator[Token]:
    for noun in nouns:
        yield noun
        yield from noun.conjuncts


def _subject_of_another(verb: Token) -> list[str]:
    """Return the words of the subject that a verb shares with the one it stands beside; none where it has its own."""
    if verb.dep_ != "conj" or any(child.dep_.startswith("nsubj") for child in verb.children):
        return []
    while verb.dep_ == "conj":
        verb = verb.head
    return [one.text for child in verb.children if child.dep_.startswith("nsubj") for one in child.subtree]


def _named(token: Token) -> str:
    """Return a word; for "him" and the like behind a verb, whom a verb is done to that it stands beside."""
    verb = token.head
    if token.tag_ != "PRP" or token.dep_ != "dobj" or token.lower_.endswith(("self", "selves")):
        return token.text
    while verb.dep_ == "conj":
        verb = verb.head
        noun = next((one for one in verb.children if one.dep_ == "dobj" and one.tag_ != "PRP"), None)
        if noun is not None:
            return " ".join([*(one.text for one in noun.lefts if one.dep_ in _IN_NAMES), noun.text])
    return token.text


def _own(verb: Token) -> list[Token]:
    """Return the words of a verb's clause, in order."""
    without = {token for child in verb.children if child.dep_ in _ENDS for token in child.subtree}
    return [token for token in verb.subtree if token not in without]
