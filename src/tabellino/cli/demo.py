"""`tabellino demo`: the main job on sample reports."""

from __future__ import annotations

from importlib import resources
from typing import Any

import click
import msgspec

from tabellino.cli.extras import extra_options, extras_of, show_with
from tabellino.cli.output import form_of, record_options, remark
from tabellino.domain.report import Report
from tabellino.sources import report_from_bytes

#: The sample that is checked against the others: the one with the most that an editor would want to know of.
DRAFT = "tabloid.txt"


def sample_reports() -> tuple[Report, ...]:
    """The sample reports of the package, by name."""
    folder = resources.files("tabellino.data") / "samples"
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".txt"))
    return tuple(report_from_bytes((folder / name).read_bytes(), name) for name in names)


@click.command()
@record_options
@extra_options
def demo(json: bool, explain: bool, football_txt: bool, **extra: Any) -> None:
    """Read and check the sample reports that come with tabellino.

    Five reports of Inter 3-2 Juventus (14 February 2026), written for tabellino with the kinds of error that real
    reports have.
    """
    form = form_of(json, explain, football_txt)
    extras = extras_of(form, extra)
    reports = sample_reports()
    from tabellino import pipeline

    record = pipeline.read(reports)
    if form != "text":
        show_with(record, reports, form, extras)
        return
    names = " ".join(report.source for report in reports)
    click.echo(f"$ tabellino read {names}\n")
    show_with(record, reports, form, extras)
    _check(reports)


def _check(reports: tuple[Report, ...]) -> None:
    from tabellino import pipeline
    from tabellino.render import findings

    draft = next(report for report in reports if report.source == DRAFT)
    others = tuple(report for report in reports if report is not draft)
    click.echo(f"\n$ tabellino check {DRAFT} --against {' '.join(report.source for report in others)}\n")
    found = pipeline.check(draft, others)
    click.echo(findings.text(msgspec.structs.replace(found, draft=DRAFT)), nl=False)
    remark((f"{DRAFT}: {findings.summary(found)}",))
