"""Give it the reports; get the match.

    import tabellino

    record = tabellino.read([tabellino.load("wire.txt"), tabellino.load("https://example.org/report.html")])

Names are imported when they are first used, so that `import tabellino` costs nothing.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tabellino.domain.check import Check as Check
    from tabellino.domain.check import Finding as Finding
    from tabellino.domain.claim import Claim as Claim
    from tabellino.domain.claim import JudgedClaim as JudgedClaim
    from tabellino.domain.record import Goal as Goal
    from tabellino.domain.record import MatchRecord as MatchRecord
    from tabellino.domain.report import Report as Report
    from tabellino.errors import DataError as DataError
    from tabellino.errors import NoMatch as NoMatch
    from tabellino.errors import ReadingError as ReadingError
    from tabellino.errors import SeveralMatches as SeveralMatches
    from tabellino.errors import TabellinoError as TabellinoError
    from tabellino.pipeline import check as check
    from tabellino.pipeline import extract as extract
    from tabellino.pipeline import read as read
    from tabellino.sources import load as load

__version__ = "0.1.0"

#: Public name -> where it lives.
_HOMES = {
    "Check": "domain.check",
    "Claim": "domain.claim",
    "DataError": "errors",
    "Finding": "domain.check",
    "Goal": "domain.record",
    "JudgedClaim": "domain.claim",
    "MatchRecord": "domain.record",
    "NoMatch": "errors",
    "ReadingError": "errors",
    "Report": "domain.report",
    "SeveralMatches": "errors",
    "TabellinoError": "errors",
    "check": "pipeline",
    "extract": "pipeline",
    "load": "sources",
    "read": "pipeline",
}

__all__ = sorted([*_HOMES, "__version__"])


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    globals()[name] = value
    return value


class _Package(ModuleType):
    """Keeps a public name from being hidden by a room of the same name: importing tabellino.extract would else put
    the room where the function `tabellino.extract` is."""

    def __setattr__(self, name: str, value: Any) -> None:
        if not (name in _HOMES and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package


def __dir__() -> list[str]:
    return sorted({*globals(), *_HOMES})
