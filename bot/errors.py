"""What can go wrong in answering; everything else is an error of `index`.

OnRecordError
├── UncitedError   a statement without a quote was about to be made
├── QuestionError  (also a UsageError) there is nothing to answer in the question
└── ClaimError     (also a UsageError) there is nothing to check in the claim or the text
"""

from index.errors import OnRecordError, UsageError


class UncitedError(OnRecordError, ValueError):
    """A statement without a quote was about to be made."""


class QuestionError(UsageError):
    """There is nothing to answer in the question."""


class ClaimError(UsageError):
    """There is nothing to check in the claim or the text."""
