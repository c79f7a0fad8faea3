"""How well attributions are found: matched one to one by the characters of their content."""

import re
from dataclasses import dataclass

from index.quotation_marks import DOUBLE_MARKS
from index.tagging.content import Attribution, overlap

Found = list[list[Attribution]]

MATCH = 0.8
KINDS = ("all", "direct", "mixed", "indirect")
# Reporting verbs of news English: a cue that holds a form of one of them reports speech or writing.
REPORTING_VERBS = frozenset(  # one string keeps the list readable
    """accuse acknowledge add admit advise affirm agree allege announce answer argue ask assert assure attest
    blame blast boast brand call caution charge chide cite claim clarify comment complain concede conclude condemn
    confess confirm contend counter criticize declare decline decry demand denounce deny describe detail disclose
    dismiss dispute elaborate emphasize estimate explain express forecast go hail highlight hint inform insist instruct
    interject joke lament lash maintain mention mock murmur muse note object observe opine order outline
    plead pledge point post praise predict proclaim promise propose protest quip quote read reaffirm reassure rebuke
    recall recommend recount refer refuse reiterate relate remark remind repeat reply report request respond
    retort reveal say scoff shout signal slam speak speculate state stress suggest swear tell testify
    threaten tout tweet urge vow voice volunteer warn whisper wonder write yell""".split(),  # noqa: SIM905
)
_IRREGULAR = {
    "said": "say", "told": "tell", "wrote": "write", "written": "write", "spoke": "speak", "spoken": "speak",
    "swore": "swear", "sworn": "swear", "went": "go", "goes": "go", "pled": "plead", "replies": "reply",
    "replied": "reply", "denies": "deny", "denied": "deny", "testifies": "testify", "testified": "testify",
    "clarifies": "clarify", "clarified": "clarify", "decries": "decry", "decried": "decry", "reportedly": "report",
    "allegedly": "allege", "according": "accord", "dub": "dub",
}  # fmt: skip
_WORD = re.compile(r"[a-z]+")
_MARKED = re.compile(f"[{DOUBLE_MARKS}]|''|``")


@dataclass(frozen=True, slots=True)
class Figures:
    """Precision, recall and their harmonic mean, with the counts they come from."""

    found: int
    expected: int
    right: int
    recalled: int

    @property
    def precision(self) -> float:
        """Return the share of what was found that is right."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Return the share of what was expected that was found."""
        return self.recalled / self.expected if self.expected else 0.0

    @property
    def f1(self) -> float:
        """Return the harmonic mean of both."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def lemmas(word: str) -> set[str]:
    """Return the verbs that a word may be a form of."""
    found = {word, _IRREGULAR.get(word, word)}
    for ending in ("s", "es", "d", "ed", "ing"):
        if word.endswith(ending):
            stem = word.removesuffix(ending)
            found |= {stem, stem + "e", stem[:-1] if stem[-1:] == stem[-2:-1] else stem}
    return found


def kind(text: str, content: tuple[tuple[int, int], ...]) -> str:
    """Return whether all of the content stands in quotation marks, some of it, or none."""
    quoted = [text[start:end] for start, end in content]
    if not any(_MARKED.search(piece) for piece in quoted):
        return "indirect"
    whole = all(_MARKED.match(piece) and _MARKED.search(piece[-2:]) and _one_quotation(piece) for piece in quoted)
    return "direct" if whole else "mixed"


def _one_quotation(piece: str) -> bool:
    parts = _MARKED.split(piece)
    return not any(part.strip(" ,.;\n") for part in [*parts[0::2]])


def of_speech(text: str, attribution: Attribution) -> bool:
    """Tell whether an attribution reports speech or writing, rather than thoughts, plans or deeds."""
    if kind(text, attribution.content) != "indirect":
        return True
    words = _WORD.findall(text[slice(*attribution.cue)].lower())
    return any(lemmas(word) & (REPORTING_VERBS | {"accord"}) for word in words)


def matched(found: list[Attribution], expected: list[Attribution]) -> list[tuple[int, int]]:
    """Return pairs of positions, the best overlap first, each used once."""
    candidates = sorted(
        ((overlap(one.content, other.content), -row, -column)
         for row, one in enumerate(found) for column, other in enumerate(expected)),
        reverse=True,
    )  # fmt: skip
    rows: dict[int, int] = {}
    for share, row, column in candidates:
        if share >= MATCH and -row not in rows and -column not in rows.values():
            rows[-row] = -column
    return sorted(rows.items())


def compare(texts: list[str], found: Found, expected: Found) -> dict[str, Figures]:
    """Return the figures for speech of each kind over many texts."""
    counts = {name: [0, 0, 0, 0] for name in KINDS}
    for text, ours, theirs in zip(texts, found, expected, strict=True):
        ours_of_speech = [one for one in ours if of_speech(text, one)]
        theirs_of_speech = [one for one in theirs if of_speech(text, one)]
        pairs = matched(ours_of_speech, theirs_of_speech)
        for side, attributions, used in (
            (0, ours_of_speech, {row for row, _ in pairs}),
            (1, theirs_of_speech, {column for _, column in pairs}),
        ):
            for position, attribution in enumerate(attributions):
                for name in ("all", kind(text, attribution.content)):
                    counts[name][side] += 1
                    counts[name][side + 2] += position in used
    return {name: Figures(*numbers) for name, numbers in counts.items()}


def source_accuracy(texts: list[str], found: Found, expected: Found) -> dict[str, float]:
    """Return how often the source is right on matched speech: exactly, by overlap, and by its last word."""
    exact, touching, last, total = 0, 0, 0, 0
    for text, ours, theirs in zip(texts, found, expected, strict=True):
        theirs_of_speech = [one for one in theirs if of_speech(text, one)]
        for row, column in matched(ours, theirs_of_speech):
            one, other = ours[row].source, theirs_of_speech[column].source
            if other is None:
                continue
            total += 1
            exact += one == other
            touching += one is not None and max(one[0], other[0]) < min(one[1], other[1])
            last += one is not None and _last_word(text, one) == _last_word(text, other)
    return {"exact": exact / max(1, total), "overlap": touching / max(1, total), "last word": last / max(1, total)}


def _last_word(text: str, span: tuple[int, int]) -> str:
    words: list[str] = re.findall(r"\w+", text[slice(*span)].lower())
    return words[-1] if words else ""
