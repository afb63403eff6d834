"""The reports of the record: how their claims fared, and what a user should know of them."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from tabellino.domain.claim import JudgedClaim
from tabellino.domain.reading import Reading
from tabellino.domain.record import ReportInfo
from tabellino.reconcile.matches import Pairing


def report_info(place: int, reading: Reading, verdicts: Sequence[JudgedClaim], copy: int | None) -> ReportInfo:
    report = reading.report
    bare = ReportInfo(
        id=place + 1,
        source=report.source,
        outlet=report.outlet,
        title=report.title,
        date=report.date.isoformat() if report.date else None,
        language=reading.language,
        claims=0,
        contradicted=0,
        not_understood=reading.not_understood,
        sha256=report.sha256(),
        copy_of=None if copy is None else copy + 1,
    )
    return recounted(bare, verdicts)


def recounted(info: ReportInfo, verdicts: Sequence[JudgedClaim]) -> ReportInfo:
    """The report with its claims, the contradicted ones and its reliability counted by these verdicts."""
    own = [claim for claim in verdicts if claim.report == info.id]
    wrong = sum(claim.verdict == "contradicted" for claim in own)
    return msgspec.structs.replace(info, claims=len(own), contradicted=wrong, reliability=_reliability(own))


def _reliability(claims: Sequence[JudgedClaim]) -> float | None:
    """The share of a report's checkable claims that the record supports; None when none could be checked."""
    held = [claim for claim in claims if claim.verdict in ("supported", "contradicted", "disputed")]
    return round(sum(claim.verdict == "supported" for claim in held) / len(held), 4) if held else None


def warnings_of(readings: Sequence[Reading], pairing: Pairing, offsets: dict[int, int]) -> tuple[str, ...]:
    """What a user should know of the reports: those left out and why, what was not read of the others, and clocks that
    run apart throughout."""
    found = [
        f"{reading.report.source} is left out: {reading.no_match or _other_match(reading)}"
        for number, reading in enumerate(readings)
        if number not in pairing.reports
    ]
    for number in pairing.reports:
        found += [f"{readings[number].report.source}: {warning}" for warning in readings[number].warnings]
    for place, minutes in sorted(offsets.items()):
        source = readings[pairing.reports[place]].report.source
        lie = "one lower" if minutes < 0 else "one higher"
        found.append(f"{source} prints minutes {lie} than the others throughout: its clock, not {'its goals'}, differs")
    return tuple(found)


def _other_match(reading: Reading) -> str:
    return f"it is read as a report of {' v '.join(reading.clubs or ())}"
