"""What evidence says about a claim, in one word."""

from enum import StrEnum


class Verdict(StrEnum):
    """What evidence says about a claim; CONFLICTING only where several pieces of evidence were weighed."""

    SUPPORTED = "supported"
    REFUTED = "refuted"
    CONFLICTING = "conflicting"
    NOT_ENOUGH_EVIDENCE = "not_enough_evidence"
