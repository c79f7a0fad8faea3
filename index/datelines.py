"""The place, and the agency, that an article's text may begin with."""

import re

DATELINE = re.compile(
    r"(?P<place>[A-Z][A-Z.'-]+(?:\s[A-Z][A-Z.'-]+)*)(?:,\s[^\u2013\u2014\n]{2,60}?)?\s*(?:\([^)\n]*\)\s*)?(?:[\u2013\u2014]|-(?=\s))\s*(?=\w)"
)
"""A dateline up to the text: "PORT ALMOND - ", "OSLO, Norway (Wire) \u2014 "."""
