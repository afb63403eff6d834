"""Findings of a check as lines for people, as JSON, and as annotations of a pull request."""

from __future__ import annotations

from collections import Counter
from typing import Any

import msgspec

from tabellino.domain.check import CHECK_SCHEMA, Check, Finding
from tabellino.render.plain import count, one_line
from tabellino.render.record_json import record_object

#: Verdicts in the order in which a summary counts them, with their words.
_SUMMARY = (
    ("contradicted", "contradicted"),
    ("disputed", "disputed"),
    ("single_source", "told by the draft alone"),
    ("supported", "supported"),
    ("unverifiable", "beyond these reports"),
    ("opinion", "opinion"),
)


def text(check: Check) -> str:
    """One line a finding, as compilers write them: "draft.txt:9:1 contradicted: "words": reason (wire.txt:5)"."""
    return "".join(f"{_line(check, finding)}\n" for finding in check.findings)


def _line(check: Check, finding: Finding) -> str:
    name = "<stdin>" if check.draft == "-" else check.draft
    place = f"{one_line(name)}:{finding.line}:{finding.column}"
    return f'{place} {finding.verdict.replace("_", " ")}: "{one_line(finding.quote)}": {_message(finding)}'


def _message(finding: Finding) -> str:
    """Reason, the places that say otherwise, and the correction."""
    words = one_line(finding.reason)
    if finding.sources:
        places = ", ".join(f"{one_line(source)}:{line}" for source, line in finding.sources)
        words = f"{words} ({places})"
    if finding.correction:
        words = f'{words}; should say: "{one_line(finding.correction)}"'
    return words


def as_json(check: Check) -> dict[str, Any]:
    """The check as an object of the schema `tabellino schema check`."""
    findings = [{"level": finding.level, **msgspec.to_builtins(finding)} for finding in check.findings]
    return {
        "schema": CHECK_SCHEMA,
        "draft": check.draft,
        "contradicted": check.contradicted,
        "findings": findings,
        "record": record_object(check.record),
    }


def github(check: Check) -> str:
    """Workflow commands that GitHub shows as annotations at the lines of the draft."""
    return "".join(f"{_annotation(check, finding)}\n" for finding in check.findings)


def _annotation(check: Check, finding: Finding) -> str:
    properties = {
        "file": check.draft,
        "line": finding.line,
        "endLine": finding.end_line,
        "col": finding.column,
        "endColumn": finding.end_column,
        "title": finding.verdict.replace("_", " "),
    }
    if finding.end_line != finding.line:  # columns of different lines are refused by GitHub
        del properties["col"], properties["endColumn"]
    listed = ",".join(f"{key}={_escaped(str(value), in_property=True)}" for key, value in properties.items())
    command = "error" if finding.level == "error" else "notice"
    message = f'"{one_line(finding.quote)}": {_message(finding)}'
    return f"::{command} {listed}::{_escaped(message)}"


def _escaped(words: str, *, in_property: bool = False) -> str:
    """The escapes of workflow commands: a line break would end the command, a comma or colon its property."""
    signs = [("%", "%25"), ("\r", "%0D"), ("\n", "%0A")]
    if in_property:
        signs += [(":", "%3A"), (",", "%2C")]
    for sign, code in signs:
        words = words.replace(sign, code)
    return words


def summary(check: Check) -> str:
    """One sentence that counts the claims of the draft by verdict."""
    number = next((info.id for info in check.record.reports if info.source == check.draft), None)
    counts: Counter[str] = Counter(claim.verdict for claim in check.record.claims if claim.report == number)
    told = [(counts[verdict], verdict, words) for verdict, words in _SUMMARY if counts[verdict]]
    parts = [count(number, words) if verdict == "opinion" else f"{number} {words}" for number, verdict, words in told]
    total = sum(counts.values())
    return (
        f"{count(total, 'claim')}: {', '.join(parts)}" if total else "no claim about the match was found in the draft"
    )
