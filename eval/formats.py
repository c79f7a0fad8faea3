"""Cases in files: one JSON object a line, gzipped or not. Whatever is wrong is said with file and line."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any, NoReturn

from eval.case import Case, DocumentLookup, Gold, QuestionKind, check_gold
from eval.errors import CaseError
from eval.rows import Taken, lines, parse
from index.errors import OnRecordError

Fields = dict[str, tuple[type, ...]]

_CASE_FIELDS: Fields = {
    "id": (str,),
    "question": (str,),
    "kind": (str,),
    "gold": (list,),
    "any_suffices": (bool,),
    "short_answers": (list,),
    "tags": (list,),
    "left_out": (list,),
}
_GOLD_FIELDS: Fields = {
    "document": (str,),
    "start": (int,),
    "end": (int,),
    "text": (str,),
    "speaker": (str, type(None)),
    "optional": (bool,),
}
_TYPE_NAMES = {str: "a string", int: "a whole number", bool: "true or false", list: "a list", type(None): "null"}


def load_cases(path: str | Path, documents: DocumentLookup | None = None) -> list[Case]:
    """Read the cases of a JSONL file, in the file's order.

    With `documents`, every gold quote is compared with the text of the document that it points into.

    Raises:
        CaseError: the file cannot be read, a line is not a case, two have one id, or a document says something else.
    """
    return list(read_cases(path, documents))


def read_cases(path: str | Path, documents: DocumentLookup | None = None) -> Iterator[Case]:
    """Yield the cases of a JSONL file; see `load_cases`."""
    path, taken = Path(path), Taken()
    for number, line in lines(path):
        try:
            case = _parse_case(line)
            if documents:
                check_gold(case, documents)
        except OnRecordError as error:
            message = f"{path}:{number}: {error}"
            raise CaseError(message) from error
        taken.take(case.id, f"{path}:{number}")
        yield case
    if not taken.places:
        message = f"{path} holds no cases; write one JSON object a line"
        raise CaseError(message)


def write_cases(cases: Iterable[Case], path: Path) -> None:
    """Write cases as a JSONL file that `load_cases` reads; what a case does not have is left out."""
    path.parent.mkdir(parents=True, exist_ok=True)
    rows = ({name: value for name, value in asdict(case).items() if value} for case in cases)
    path.write_text("".join(f"{json.dumps(row, ensure_ascii=False)}\n" for row in rows), encoding="utf-8")


def _parse_case(line: str) -> Case:
    values = parse(line)
    _check_fields(values, _CASE_FIELDS, required=("id", "question", "kind"), of="a case")
    return Case(
        id=values["id"],
        question=values["question"],
        kind=_parse_kind(values["kind"]),
        gold=tuple(parse_gold(gold) for gold in values.get("gold", [])),
        any_suffices=values.get("any_suffices", False),
        short_answers=_strings(values, "short_answers"),
        tags=_strings(values, "tags"),
        left_out=_strings(values, "left_out"),
    )


def _parse_kind(kind: str) -> QuestionKind:
    try:
        return QuestionKind(kind)
    except ValueError:
        message = f"the kind {kind!r} is none of {', '.join(QuestionKind)}"
        raise CaseError(message) from None


def parse_gold(values: object) -> Gold:
    """Return the gold quote that a JSON object holds.

    Raises:
        CaseError: it lacks a field, has one too many, or contradicts itself.
    """
    known = _check_fields(values, _GOLD_FIELDS, required=("document", "start", "end", "text"), of="a gold quote")
    return Gold(**known)


def _strings(values: dict[str, Any], name: str) -> tuple[str, ...]:
    strings = values.get(name, [])
    if not all(isinstance(string, str) for string in strings):
        message = f"{name} must be a list of strings"
        raise CaseError(message)
    return tuple(strings)


def _check_fields(values: object, fields: Fields, *, required: tuple[str, ...], of: str) -> dict[str, Any]:
    if not isinstance(values, dict):
        message = f"{of} is a JSON object, not {json.dumps(values)}"
        raise CaseError(message)
    if missing := [name for name in required if name not in values]:
        message = f"{of} needs {', '.join(missing)}"
        raise CaseError(message)
    for name, value in values.items():
        if name not in fields:
            message = f"{of} has no field {name!r}; it may have {', '.join(fields)}"
            raise CaseError(message)
        # Compared exactly, because Python counts True as a whole number.
        if type(value) not in fields[name]:
            _refuse_type(name, value, fields[name])
    return values


def _refuse_type(name: str, value: object, allowed: tuple[type, ...]) -> NoReturn:
    message = f"{name} must be {' or '.join(_TYPE_NAMES[kind] for kind in allowed)}, not {json.dumps(value)}"
    raise CaseError(message)
