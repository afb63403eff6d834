"""What can go wrong, as one tree.

TabellinoError
├── ReadingError            a source could not be turned into a report
│   ├── SourceNotFound      no such file, or an address that does not answer
│   ├── NotText             bytes that are no text (a picture, an archive, an empty file)
│   ├── TooLarge            more than a report can be
│   └── AddressRefused      a URL that leads to a private address or is no http(s)
├── NoMatch                 nothing that was given reports a match
│   └── SeveralMatches      the reports are about different matches
├── DataError               a data file (results, rules, clubs, vocabulary) that breaks its schema
│   └── UnknownCompetition  a competition without rules
└── UsageError              a call that cannot be meant

Every message says what came, what would have been right, and the next step.
"""


class TabellinoError(Exception):
    """Anything this package raises on purpose."""


class ReadingError(TabellinoError):
    """A source could not be turned into a report."""


class SourceNotFound(ReadingError):
    """No such file, or an address that does not answer."""


class NotText(ReadingError):
    """The bytes are no text: empty, a picture, an archive."""


class TooLarge(ReadingError):
    """The source is larger than a report can be."""


class AddressRefused(ReadingError):
    """The address is not public http(s), or redirects to one that is not."""


class NoMatch(TabellinoError):
    """Nothing that was given reports a match."""


class SeveralMatches(NoMatch):
    """The reports are about different matches."""


class DataError(TabellinoError):
    """A data file breaks its schema; the message names file, line, what came and what would have been right."""


class UnknownCompetition(DataError):
    """A competition for which there are no rules; the message lists the known ones."""


class UsageError(TabellinoError):
    """A call that cannot be meant as it stands."""
