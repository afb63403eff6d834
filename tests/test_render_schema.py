"""Real output validates against the published schema, and what is not such output does not."""

from __future__ import annotations

import json
from functools import cache

import jsonschema
import pytest

from example_records import DRAFT, RECORD, WIRE
from tabellino.domain.check import Check
from tabellino.render.findings import as_json
from tabellino.render.record_json import as_text, record_object
from tabellino.render.schema import ErrorDetail, Failure, json_schema

OUTPUT = {
    "record": lambda: record_object(RECORD),
    "check": lambda: as_json(Check.of(RECORD, DRAFT, (WIRE,))),
    "error": lambda: Failure(ErrorDetail("NoMatch", "no match")),
}


@cache
def validator(kind):
    schema = json_schema(kind)
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def printed(kind):
    return json.loads(as_text(OUTPUT[kind]()))


@pytest.mark.parametrize("kind", OUTPUT)
def test_what_is_printed_validates(kind):
    validator(kind).validate(printed(kind))


def test_the_record_begins_with_its_schema_and_holds_what_the_design_names():
    record = printed("record")
    assert next(iter(record)) == "schema"
    assert record["schema"] == "tabellino/record/1"
    assert record["score"] == {"full_time": [3, 2], "half_time": [1, 1], "extra_time": None, "shootout": None}
    goal = record["goals"][0]
    assert (goal["minute"], goal["team"], goal["own_goal"], goal["score_after"]) == (17, "home", True, [1, 0])
    claim = record["claims"][0]
    assert claim["says"]["kind"] == "goal"
    assert claim["span"] == [12, 48]


@pytest.mark.parametrize(
    ("kind", "path", "value"),
    [
        ("record", ("schema",), "tabellino/record/2"),
        ("record", ("goals", 0, "team"), "Inter"),  # the side, not the club
        ("record", ("goals", 0, "minute"), "17"),
        ("record", ("score", "full_time"), [3]),
        ("record", ("claims", 0, "verdict"), "wrong"),
        ("record", ("claims", 0, "says", "kind"), "weather"),
        ("record", ("match", "home"), None),
        ("record", ("surprise",), 1),
        ("check", ("findings", 0, "level"), "warning"),
        ("error", ("match",), {}),
    ],
)
def test_other_values_are_refused(kind, path, value):
    broken = printed(kind)
    place = broken
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    assert not validator(kind).is_valid(broken), f"{path} = {value!r} went through"


@pytest.mark.parametrize("kind", OUTPUT)
def test_nothing_may_be_missing(kind):
    for key in printed(kind):
        broken = printed(kind)
        del broken[key]
        assert not validator(kind).is_valid(broken), f"{key} may be left out"
