"""The page as a document: whole, safe, true to the texts, and small."""

from __future__ import annotations

import base64
import datetime
import gzip
import hashlib
import json
import re
import subprocess
import sys
from typing import Any

import lxml.html
import msgspec
import page_draft
import page_samples as samples
import pytest

import tabellino
from tabellino.domain.record import MatchRecord
from tabellino.domain.report import Report
from tabellino.errors import UsageError
from tabellino.render.page import page

ALL = [samples.derby, samples.goalless, samples.seven_one, samples.long_names, samples.ten,
       samples.thirty_thousand_words, samples.hostile]  # fmt: skip
FULL = {"stakes": samples.stakes(), "standings": samples.standings(), "football_txt": samples.FOOTBALL_TXT}


def whole(sample: Any = samples.derby) -> Any:
    return lxml.html.document_fromstring(page(*sample(), **FULL, made=samples.MADE))


@pytest.mark.parametrize("sample", ALL, ids=lambda s: s.__name__)
def test_every_link_within_the_page_leads_somewhere_and_no_name_is_given_twice(sample: Any):
    tree = whole(sample)
    names = tree.xpath("//@id")
    assert len(names) == len(set(names))
    targets = {link[1:] for link in tree.xpath("//@href") if link.startswith("#")}
    assert targets <= set(names)
    spoken = {name for names in tree.xpath("//@aria-labelledby") for name in names.split()}
    assert spoken <= set(names)


@pytest.mark.parametrize("sample", ALL, ids=lambda s: s.__name__)
def test_nothing_is_loaded_from_anywhere(sample: Any):
    tree = whole(sample)
    assert tree.xpath("//@src | //@srcset | //@action | //@formaction | //@ping | //iframe | //object | //embed") == []
    links = {link.split(":")[0] for link in tree.xpath("//@href") if not link.startswith("#")}
    assert links <= {"https", "data"}
    assert tree.xpath("//link/@href") == ["data:,"]
    style = tree.xpath("string(//style)")
    assert "@import" not in style
    assert set(re.findall(r"url\(.(\w+):", style)) == {"data"}


@pytest.mark.parametrize("sample", ALL, ids=lambda s: s.__name__)
def test_no_text_becomes_markup(sample: Any):
    """The elements, and the names of their attributes, are those of the templates, whatever the reports hold."""
    tree = whole(sample)
    assert len(tree.xpath("//script")) == 4
    assert len(tree.xpath("//style")) == 1
    attributes = {name for element in tree.iter() if isinstance(element.tag, str) for name in element.attrib}
    assert not {name for name in attributes if name.startswith("on") or name == "style"}
    elements = {element.tag for element in tree.iter() if isinstance(element.tag, str)}
    assert not elements & {"img", "iframe", "object", "embed", "form", "base", "video", "audio"}
    assert len(tree.xpath("//meta")) == 6


def test_the_policy_names_the_style_and_the_script_that_are_there_and_no_other():
    tree = whole()
    policy = tree.xpath("string(//meta[@http-equiv='Content-Security-Policy']/@content)")
    script = tree.xpath("//script[not(@type)]/text()")
    assert len(script) == 1
    for kind, text in (("script-src", script[0]), ("style-src", tree.xpath("string(//style)"))):
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert f"{kind} 'sha256-{digest}';" in policy
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy


@pytest.mark.parametrize("sample", ALL, ids=lambda s: s.__name__)
def test_the_words_of_the_reports_stand_as_they_were_given(sample: Any):
    """Marks add nothing to the words and take nothing away, controls apart, which are shown."""
    from tabellino.render.page import clean, marks

    record, reports = sample()
    tree = lxml.html.document_fromstring(page(record, reports))
    for added in tree.xpath("//p[contains(@class, 'para')]//span[@class='vh']"):
        added.drop_tree()
    for info, report in zip(record.reports, reports, strict=True):
        shown = tree.xpath(f"//article[@id='report-{info.id}']//p[contains(@class, 'para')]")
        text = clean.visible(report.text)
        expected = [text[a:b] for a, b in marks.paragraphs(report.text)]
        assert [p.text_content() for p in shown] == expected


def test_a_mark_covers_the_words_of_its_claim():
    record, _ = samples.derby()
    tree = whole()
    for claim in record.claims:
        anchor = claim.id.replace("#", "-")
        pieces = tree.xpath(f"//a[contains(concat(' ', @data-c, ' '), ' {anchor} ')]")
        for piece in pieces:
            for said in piece.xpath(".//span"):
                said.drop_tree()
        assert "".join(piece.text_content() for piece in pieces) == claim.quote


@pytest.mark.parametrize("sample", ALL, ids=lambda s: s.__name__)
def test_the_record_in_the_page_is_the_record(sample: Any):
    record, reports = sample()
    html = page(record, reports)
    kind, content = re.search(r'<script type="([^"]+)" id="record">(.*?)</script>', html, re.DOTALL).groups()  # type: ignore[union-attr]
    if kind == "application/gzip;base64":
        content = gzip.decompress(base64.b64decode(content)).decode()
    else:
        assert kind == "application/json"
    assert msgspec.convert(json.loads(content), MatchRecord) == record


def test_a_large_record_is_packed_and_a_small_one_is_not():
    assert '<script type="application/json" id="record">{' in page(*samples.derby())
    assert '<script type="application/gzip;base64" id="record">' in page(*samples.ten())


def test_search_engines_are_told_of_the_match():
    data = json.loads(whole().xpath("string(//script[@type='application/ld+json'])"))
    assert data["@type"] == "SportsEvent"
    assert (data["homeTeam"]["name"], data["awayTeam"]["name"]) == ("Inter", "Juventus")
    assert data["startDate"] == "2026-02-14"
    assert data["location"]["name"] == "San Siro"
    assert data["description"] == "Inter 3-2 Juventus"


def test_hostile_names_do_not_end_the_script_that_holds_them():
    data = json.loads(whole(samples.hostile).xpath("string(//script[@type='application/ld+json'])"))
    assert data["homeTeam"]["name"] == samples.HOSTILE[0]


def test_what_is_not_known_is_left_out_and_never_nought():
    text = whole_text(page(*samples.goalless()))
    assert "half-time" not in text
    assert "None" not in text
    assert "The league" not in text
    record, _ = samples.goalless()
    unknown = msgspec.structs.replace(record, score=type(record.score)())
    assert "?–?" in page(unknown)
    assert "the reports do not give the score" in page(unknown)


def test_the_league_part_counts_out_its_claims():
    text = whole_text(page(*samples.derby(), **FULL))
    assert "Counted from the results: Inter had won 20 of 25, this match included." in text
    assert "Chances of the title" in text
    assert "91.8% ± 0.20" in text, "the odds before, with their error"
    assert "94.9% ± 0.20" in text, "and those after"
    assert "+3.1 ± 0.10" in text
    assert "1–4 Champions League; 5 Europa League; 6 Conference League; 18–20 relegation" in text


def test_wrong_claims_about_the_league_come_first_and_what_results_cannot_tell_is_folded():
    record, reports = samples.derby()
    claims = tuple(
        msgspec.structs.replace(c, verdict="unverifiable", reason="results do not tell it") if c.id == "1#15" else c
        for c in record.claims
    )
    changed = msgspec.structs.replace(record, claims=claims)
    (folded,) = [c for c in claims if c.verdict == "unverifiable"]
    tree = lxml.html.document_fromstring(page(changed, reports))
    assert folded.kind == "league"
    verdicts = tree.xpath("//section[@id='league']/ul/li/@class")
    assert verdicts[0] == "sg contradicted"
    assert set(verdicts[1:]) == {"sg supported"}
    fold = tree.xpath("//section[@id='league']//details")
    assert [re.sub(r"\s+", " ", f.text_content()).strip() for f in fold] == [
        f"1 that the results cannot tell Milan Evening Telegraph {folded.quote}"
        "Cannot be checked: Results do not tell it."
    ]


def test_a_score_without_scorers_is_not_told_as_a_match_without_goals():
    assert "No report tells who scored, or of anybody sent off." in whole_text(page(*samples.thirty_thousand_words()))
    assert "No goals, and nobody is told to have been sent off." in whole_text(page(*samples.goalless()))


def test_a_title_that_the_text_begins_with_stands_there_once():
    d = page_draft.Draft()
    for text in ("14 February\n\nLate show\n\nRossi scored.", "Rossi scored."):
        d.report("Paper", text, title="Late show")
    tree = lxml.html.document_fromstring(page(d.record(samples.MatchInfo("A", "B"), samples.ScoreLine()), d.reports))
    assert tree.xpath("//article[@id='report-1']//p[@class='title']") == []
    assert tree.xpath("//article[@id='report-2']//p[@class='title']/text()") == ["Late show"]


def test_a_report_named_by_number_tells_its_file():
    d = page_draft.Draft()
    d.report(None, "x", source="in/001_1db8c0ac7c0ef468.txt")
    d.report("Paper", "y", source="in/002_a00e6e3eff76ce23.txt")
    html = page(d.record(samples.MatchInfo("A", "B"), samples.ScoreLine()), d.reports)
    assert "file 001_1db8c0ac7c0ef468.txt" in html
    assert "file 002_a00e6e3eff76ce23.txt" not in html, "its outlet tells enough"


#: What schema.org lets a SportsEvent say (schema.org/SportsEvent, of those that the page uses) and of which kinds.
SPORTS_EVENT = {
    "@context": {"str"}, "@type": {"str"}, "name": {"str"}, "description": {"str"}, "sport": {"str"},
    "homeTeam": {"SportsTeam"}, "awayTeam": {"SportsTeam"}, "competitor": {"SportsTeam"}, "startDate": {"str"},
    "location": {"Place"}, "superEvent": {"SportsEvent"}, "eventStatus": {"str"},
}  # fmt: skip


@pytest.mark.parametrize("sample", ALL, ids=lambda s: s.__name__)
def test_the_linked_data_keeps_to_schema_org(sample: Any):
    data = json.loads(whole(sample).xpath("string(//script[@type='application/ld+json'])"))
    assert data["@context"] == "https://schema.org"
    assert data.keys() <= SPORTS_EVENT.keys()
    for name, value in data.items():
        for one in value if isinstance(value, list) else [value]:
            kind = one["@type"] if isinstance(one, dict) else type(one).__name__
            assert kind in SPORTS_EVENT[name], name
            assert one if isinstance(one, str) else one["name"], f"{name} is empty"
    if "startDate" in data:
        datetime.date.fromisoformat(data["startDate"])
    assert data["eventStatus"] == "https://schema.org/EventScheduled", "schema.org's word for one that took place"


def test_how_it_was_made_is_told():
    text = whole_text(page(*samples.derby(), **FULL, made=samples.MADE))
    for fact in ("0.1.0", "Seed", "14 February 2026", samples.derby()[0].reports[0].sha256, "wire/goal-wire.txt"):
        assert fact in text


def whole_text(html: str) -> str:
    tree = lxml.html.document_fromstring(html)
    for element in tree.xpath("//script | //style"):
        element.drop_tree()
    return re.sub(r"\s+", " ", tree.text_content())


def test_a_text_that_has_changed_is_refused():
    record, reports = samples.derby()
    changed = [*reports[:1], Report(reports[1].text + " "), *reports[2:]]
    with pytest.raises(UsageError, match=r"report 2 \(wire/goal-wire.txt\) of the record is not among the 4 reports"):
        page(record, changed)


def test_reports_may_come_in_any_order_and_with_others():
    record, reports = samples.derby()
    assert page(record, [Report("A recipe for soup."), *reversed(reports)]) == page(record, reports)


def test_without_the_texts_the_quoted_words_are_shown():
    record, _ = samples.derby()
    tree = lxml.html.document_fromstring(page(record))
    assert tree.xpath("//p[contains(@class, 'para')]") == []
    assert len(tree.xpath("//ol[contains(@class, 'untexted')]/li")) == len(record.claims)


def test_the_same_record_makes_the_same_page():
    assert page(*samples.ten(), **FULL) == page(*samples.ten(), **FULL)


def test_ten_reports_stay_under_400_kilobytes():
    assert len(page(*samples.ten(), **FULL, made=samples.MADE).encode()) < 400_000


def test_three_hundred_claims_on_the_same_words_of_a_megabyte_on_one_line():
    d = page_draft.Draft()
    number = d.report("Paper", "goal " * 200_000)
    for i in range(300):
        d.claim(str(i), number, (i, 5_000 + i), samples.FactSays("venue", str(i)))
    html = page(d.record(samples.MatchInfo("A", "B"), samples.ScoreLine((0, 0))), d.reports)
    assert html.count('<li class="note ') == 300


def test_jinja_is_not_imported_before_a_page_is_made():
    code = "import sys, tabellino.render.page; print('jinja2' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_goals_that_nobody_tells_are_counted_under_those_that_are():
    text = "Liverpool beat Newcastle 3-2 at St James' Park. Bruno Guimaraes headed in after 57 minutes."
    shown = page(tabellino.read([Report(text)]), [Report(text)])
    assert "1 more goal for Newcastle United, not told" in shown
    assert "3 more goals for Liverpool, not told" in shown
