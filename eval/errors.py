"""What can go wrong in an evaluation; everything else is an error of `index` or of `bot`.

OnRecordError
└── UsageError
    └── CaseError   a case that contradicts itself, its file, or the document that it points into
"""

from index.errors import UsageError


class CaseError(UsageError):
    """A case contradicts itself, its file, or the document that it points into."""
