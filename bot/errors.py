"""What can go wrong in answering; everything else is an error of `index`.

OnRecordError
├── UncitedError   a statement without a quote was about to be made
├── QuestionError  (also a UsageError) there is nothing to answer in the question
├── ClaimError     (also a UsageError) there is nothing to check in the claim or the text
├── OutputError    a file that was asked for cannot be written
├── CancelledError a visitor of the page stopped what was being done
├── TooManyError   a visitor of the page asks too often
└── UploadError    (also a SourceError) what a visitor gives cannot be taken into the sources
"""

from index.errors import OnRecordError, SourceError, UsageError


class UncitedError(OnRecordError, ValueError):
    """A statement without a quote was about to be made."""


class QuestionError(UsageError):
    """There is nothing to answer in the question."""


class ClaimError(UsageError):
    """There is nothing to check in the claim or the text."""


class OutputError(OnRecordError):
    """A file that was asked for cannot be written."""


class TooManyError(OnRecordError):
    """A visitor of the page asks too often."""


class CancelledError(OnRecordError):
    """A visitor of the page stopped what was being done."""


class UploadError(SourceError):
    """What a visitor gives cannot be taken into the sources."""
