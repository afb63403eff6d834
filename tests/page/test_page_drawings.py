"""The timeline and the curve: every mark at its place."""

from __future__ import annotations

import page_samples as samples

from tabellino.render.page import axis, curve, timeline
from tabellino.render.page.views import Chances, CurvePoint, StakesView, Swing


def test_the_curve_stands_upright_at_an_event():
    """The chances before it hold until its very minute; where only bounds are told, until their middle."""
    level, ahead, more = Chances(0.4, 0.3, 0.3), Chances(0.7, 0.2, 0.1), Chances(0.8, 0.1, 0.1)
    points = [CurvePoint(m, None, level if m < 10 else ahead if m < 43 else more) for m in range(91)]
    events = (
        Swing(10, None, "Rossi: 1–0", "home", level, ahead),
        Swing(None, None, "Bianchi sent off", "away", ahead, more, (42, 45)),
        Swing(None, None, "never told", "home", ahead, more),
    )
    scale = axis.Axis([])
    drawn = curve.draw(points, events, scale, "Roma", "Lazio")
    steps = [tuple(map(float, at.split(","))) for at in drawn.home_line[1:].split("L")]
    for minute, before, after in ((10, 60, 30), (43, 30, 20)):
        x = round(scale.x(minute) * 10, 1)
        assert [y for at, y in steps if at == x] == [before, after], minute
    assert len(steps) == len(points) + 2
    rows = curve.swings(StakesView("basis", swings=events), "Roma", "Lazio")
    assert [row.minute for row in rows] == ["10′", "42–45′", ""]


def test_a_mark_of_which_bounds_alone_are_told_stands_at_their_middle_on_its_stretch():
    record, _ = samples.derby()
    scale = axis.Axis([])
    marks = timeline.draw(timeline.happenings(record), scale, timeline.WIDE, names=True).marks
    (red,) = [mark for mark in marks if mark.happening.kind == "red"]
    assert (red.x, red.stretch) == (scale.x(43), (scale.x(42), scale.x(45)))
    assert [mark.label for mark in marks if mark.happening.kind == "chance"] == ["cleared off the line"]
