"""What can go wrong, as a tree.

OnRecordError
├── UsageError            the caller asked for something that cannot be meant
│   └── SettingsError     an unknown or impossible setting
├── SpanError             a span that does not lie inside its text
├── SourceError           a source that cannot be read
│   └── DuplicateIdError  two sources with one id
├── PluginError           a plug-in that is unknown, or whose package is missing
├── ModelError            weights that are missing, or not the ones that were pinned
└── IndexFolderError      an index that cannot be used
    ├── MissingIndexError  there is none
    ├── StaleIndexError    it was built with something else
    ├── BusyIndexError     another build is writing it
    └── DamagedIndexError  it does not hold what it says
        └── ProofError     a quote is not what the source says
"""


class OnRecordError(Exception):
    """The base of every error that this project raises on purpose."""


class UsageError(OnRecordError, ValueError):
    """The caller asked for something that cannot be meant."""


class SettingsError(UsageError):
    """A setting is unknown or impossible."""


class SpanError(OnRecordError, ValueError):
    """A span does not lie inside its text."""


class SourceError(OnRecordError):
    """A source cannot be read."""


class DuplicateIdError(SourceError):
    """Two sources have one id."""


class PluginError(OnRecordError):
    """A plug-in is unknown, or the package that it needs is missing."""


class ModelError(OnRecordError):
    """Weights are missing, or are not the ones that were pinned."""


class IndexFolderError(OnRecordError):
    """An index cannot be used."""


class MissingIndexError(IndexFolderError):
    """There is no index in the folder."""


class StaleIndexError(IndexFolderError):
    """The index was built with something other than what would read it now."""


class BusyIndexError(IndexFolderError):
    """Another build is writing the index."""


class DamagedIndexError(IndexFolderError):
    """The index does not hold what it says that it holds."""


class ProofError(DamagedIndexError):
    """A quote is not what the stored source says."""
