"""The page in a real browser: from disk, offline, by mouse, finger and keyboard, on paper, and to a screen reader."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import msgspec
import page_draft
import page_samples as samples
import pytest

from conftest import SHOTS
from tabellino.domain.claim import FactSays, GoalSays
from tabellino.domain.record import MatchInfo, ScoreLine
from tabellino.render.page import card, page

Open = Callable[..., Any]
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def derby(**fields: Any) -> str:
    record, reports = samples.derby()
    given = {"stakes": samples.stakes(), "standings": samples.standings(), "football_txt": samples.FOOTBALL_TXT}
    return page(record, reports, **(given | {"made": samples.MADE} | fields))


SAMPLES: dict[str, Callable[[], str]] = {
    "derby": lambda: derby(),
    "goalless": lambda: page(*samples.goalless()),
    "seven-one": lambda: page(*samples.seven_one()),
    "long-names": lambda: page(*samples.long_names()),
    "ten-reports": lambda: page(*samples.ten(), stakes=samples.stakes(), standings=samples.standings()),
    "thirty-thousand-words": lambda: page(*samples.thirty_thousand_words()),
    "hostile": lambda: page(*samples.hostile()),
    "without-texts": lambda: page(samples.derby()[0]),
}


@pytest.mark.parametrize("name", SAMPLES)
def test_it_opens_from_disk_and_asks_nothing_of_any_network(open_page: Open, name: str):
    opened = open_page(SAMPLES[name]())
    assert opened.requests == [opened.address]
    assert opened.complaints == []
    assert opened.page.evaluate("window.hit") is None, "a script from a report ran"


INTRUDERS = {
    "a script": "<script>window.hit = 1</script>",
    "a script from elsewhere": "<script src='https://example.org/x.js'></script>",
    "an attribute": "<p id='bait' onclick='window.hit = 2'>bait</p>",
    "a picture": "<img src='https://example.org/x.png' onerror='window.hit = 3'>",
    "a frame": "<iframe srcdoc='<script>parent.hit = 4</script>'></iframe>",
    "a style": "<style>#course { background: url(https://example.org/x.png) }</style>",
    "a base": "<base href='https://example.org/'>",
    "an object": "<object data='https://example.org/x.swf'></object>",
    "a link": "<link rel='stylesheet' href='https://example.org/x.css'>",
    "a form": "<form action='https://example.org/'><button id='bait'>bait</button></form>",
}


@pytest.mark.parametrize("intruder", INTRUDERS)
def test_the_policy_stops_even_markup_that_would_slip_through(open_page: Open, intruder: str):
    """Nothing does; this is the second lock, tried by putting the markup into the finished page."""
    opened = open_page(derby().replace('<section id="course"', INTRUDERS[intruder] + '<section id="course"'))
    opened.page.evaluate("const bait = document.getElementById('bait'); if (bait) bait.click()")
    opened.page.wait_for_timeout(50)
    assert opened.page.evaluate("window.hit") is None
    assert set(opened.failures.values()) <= {"csp"}, "stopped by the policy, before it came to the network"
    assert {asked for asked in opened.requests if "example.org" in asked} == opened.failures.keys()
    assert "ontent Security Policy" in " ".join(opened.complaints), "the browser tells what it stopped"
    opened.page.evaluate("document.querySelector('#evidence a.k.contradicted').click()")
    assert opened.page.is_visible("#panel"), "our own script and style still work"
    assert opened.page.evaluate("getComputedStyle(document.querySelector('h1')).display") == "grid"


@pytest.mark.parametrize("name", SAMPLES)
def test_nothing_scrolls_sideways_from_320_pixels(open_page: Open, name: str):
    tab = open_page(SAMPLES[name]()).page
    tab.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true; })")
    for width in (320, 360, 768, 1440):
        tab.set_viewport_size({"width": width, "height": 800})
        wide = tab.evaluate(
            """() => [...document.querySelectorAll('body *')].filter((e) => !e.closest('svg, .vh, .skip'))
              .filter((e) => e.getBoundingClientRect().right > innerWidth + 1).map((e) => e.outerHTML.slice(0, 90))"""
        )
        assert wide == [], f"at {width} px"
        assert tab.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("name", ["goalless", "seven-one", "long-names", "hostile", "without-texts"])
def test_axe_finds_nothing(open_page: Open, name: str):
    assert violations(open_page(SAMPLES[name]()).page) == []


def test_axe_finds_nothing_in_the_dark_on_a_phone(open_page: Open):
    assert violations(open_page(derby(), width=360, color_scheme="dark").page) == []


def test_axe_finds_nothing_with_everything_unfolded_and_a_claim_chosen(open_page: Open):
    opened = open_page(derby())
    opened.page.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true; })")
    opened.page.check("#numbers")
    opened.page.click("a.k.contradicted >> nth=0")
    assert violations(opened.page) == []


def violations(tab: Any) -> list[str]:
    from axe_playwright_python.sync_playwright import Axe

    results = Axe().run(tab, options={"runOnly": {"type": "tag", "values": WCAG}, "resultTypes": ["violations"]})
    return [f"{v['id']}: {v['nodes'][0]['html'][:160]}" for v in results.response["violations"]]


def test_the_curve_is_read_by_mouse(open_page: Open):
    tab = open_page(derby()).page
    assert tab.inner_text("#rd-m") == "Kick-off"
    tab.locator("#plot").scroll_into_view_if_needed()
    box = tab.locator("#plot").bounding_box()
    tab.mouse.move(box["x"] + box["width"] * (0.02 + 0.96 * 83 / 90), box["y"] + 20)
    assert tab.inner_text("#rd-m") == "83′"
    assert (tab.inner_text("#rd-h"), tab.inner_text("#rd-d"), tab.inner_text("#rd-a")) == ("35%", "62%", "3%")


def test_the_curve_is_read_by_finger(open_page: Open):
    tab = open_page(derby(), width=360, has_touch=True).page
    tab.locator("#plot").scroll_into_view_if_needed()
    tab.tap("#plot", position={"x": 200, "y": 40})
    minute = int(tab.inner_text("#rd-m").rstrip("′"))
    assert 50 < minute < 60


def test_the_curve_is_read_by_keyboard_and_spoken(open_page: Open):
    tab = open_page(derby()).page
    tab.focus("#minute")
    for _ in range(17):
        tab.keyboard.press("ArrowRight")
    assert tab.inner_text("#rd-m") == "17′"
    assert tab.get_attribute("#minute", "aria-valuetext") == "17′: Inter 71%, draw 19%, Juventus 10%"
    tab.keyboard.press("End")
    assert tab.inner_text("#rd-m") == "90′"


def test_a_claim_leads_to_the_one_that_contradicts_it_and_back(open_page: Open):
    tab = open_page(derby()).page
    tab.click("text=Juventus opened the scoring through Andrea Cambiaso >> visible=true >> nth=-1")
    panel = tab.locator("#panel")
    assert "Contradicted" in panel.inner_text()
    assert "Goal Wire" in panel.inner_text()
    assert "17th minute" in panel.inner_text()
    panel.locator("a", has_text="A Cambiaso own goal gave the hosts").click()
    assert "Supported" in panel.inner_text()
    assert "Milan Evening Telegraph" in panel.inner_text()
    chosen = tab.locator("a.k.chosen")
    assert chosen.inner_text() == "A Cambiaso own goal gave the hosts the lead after 17 minutes"
    tab.click("#panel-back")
    tab.wait_for_function("document.querySelector('a.k.chosen').textContent.startsWith('Juventus opened')")
    assert "Goal Wire" in panel.inner_text()
    tab.go_forward()
    tab.wait_for_function("document.querySelector('a.k.chosen').textContent.startsWith('A Cambiaso')")


def test_a_claim_is_chosen_and_left_by_keyboard_alone(open_page: Open):
    tab = open_page(derby()).page
    tab.locator("a.k.contradicted").first.focus()
    tab.keyboard.press("Enter")
    assert tab.evaluate("document.activeElement.id") == "panel"
    tab.keyboard.press("Escape")
    assert tab.is_hidden("#panel")
    assert "opened the scoring" in tab.evaluate("document.activeElement.textContent")


def test_a_link_to_a_claim_opens_it(open_page: Open):
    record, reports = samples.derby()
    opened = open_page(page(record, reports), fragment="#c2-1")
    assert "Juventus opened the scoring" in opened.page.inner_text("#panel")
    assert opened.page.evaluate("document.querySelector('a.k.chosen').getBoundingClientRect().top") > 0


def test_the_chosen_words_are_not_hidden_behind_the_sheet_on_a_phone(open_page: Open):
    tab = open_page(derby(), width=360, height=700).page
    for mark in tab.locator("a.k.disputed, a.k.contradicted").all():
        mark.click()
        below = mark.evaluate("(e) => document.getElementById('panel').getBoundingClientRect().top > "
                              "e.getBoundingClientRect().bottom")  # fmt: skip
        assert below, mark.inner_text()


def test_next_walks_through_the_wrong_and_disputed_claims_alone_when_asked(open_page: Open):
    tab = open_page(derby()).page
    tab.check("#only")
    tab.click("a.k.contradicted >> nth=0")
    seen = set()
    for _ in range(5):
        seen.add(tab.locator("#panel .vd b").first.inner_text())
        tab.click("#panel-next")
    assert seen == {"Contradicted", "Disputed"}


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_the_switch_leaves_only_what_is_wrong_or_disputed(open_page: Open, script: bool):
    tab = open_page(derby(), java_script_enabled=script).page
    hot = "a.k.contradicted:visible, a.k.disputed:visible"
    before = tab.locator(hot).count()
    tab.check("#only")
    assert tab.locator(hot).count() == before == 5
    assert tab.locator(".para:visible").count() == tab.locator(".para.hot").count() == 5
    assert tab.locator("text=Nothing wrong or disputed here.").is_visible()
    tab.uncheck("#only")
    assert tab.locator(".para:visible").count() == tab.locator(".para").count()


def test_without_script_every_note_and_figure_can_be_read(open_page: Open):
    tab = open_page(derby(), java_script_enabled=False).page
    assert tab.locator(".note:visible").count() == len(samples.derby()[0].claims)
    assert tab.is_hidden("#panel")
    assert tab.locator("button:visible").count() == 0, "a button that does nothing"
    assert tab.locator("input[type=range]:visible").count() == 0
    tab.click("text=The chances as a table")
    assert tab.is_visible("text=Chance of each result, given the score")
    tab.click("a.k.contradicted >> nth=0")
    assert tab.url.endswith("#n2-1")


def test_a_goal_shows_every_sentence_that_tells_of_it(open_page: Open):
    tab = open_page(derby()).page
    tab.click("#goal-1 .told summary")
    text = tab.inner_text("#goal-1 .quotes")
    for words in ("A Cambiaso own goal gave the hosts", "Juventus opened the scoring", "17' Cambiaso (og)",
                  "by way of Cambiaso's shin", "First blood to us"):  # fmt: skip
        assert words in text
    tab.click("#goal-1 .quotes a >> nth=0")
    assert "Milan Evening Telegraph" in tab.inner_text("#panel")


def test_from_what_is_wrong_a_reader_gets_to_who_says_otherwise(open_page: Open):
    tab = open_page(derby()).page
    tab.click("#tabellino .disagree li >> nth=0 >> .rival a >> nth=0", position={"x": 80, "y": 8})
    assert "Milan Evening Telegraph" in tab.inner_text("#panel-from")
    assert tab.locator("a.k.chosen").inner_text().startswith("A Cambiaso own goal")
    assert tab.locator("a.k.chosen").evaluate("(e) => e.getBoundingClientRect().top >= 0")


def test_every_supporting_report_is_named_in_the_panel(open_page: Open):
    tab = open_page(page(*samples.ten())).page
    tab.click("#report-1 a.k.supported >> nth=0")
    tab.wait_for_function("document.querySelectorAll('#panel .su a').length === 9")
    assert tab.locator("#panel .su").inner_text().startswith("Also told by Paper 2, Paper 3")
    tab.click("#panel .su a >> nth=8")
    assert "Paper 10" in tab.inner_text("#panel-from")


def test_claims_that_share_words_are_shown_together(open_page: Open):
    d = page_draft.Draft()
    text = "Before 🙂 e\u0301 שלום: Rossi headed the winner in the 90th minute, they say."
    number = d.report("Paper", text)
    d.claim("outer", number, "Rossi headed the winner in the 90th minute", GoalSays())
    d.claim("inner", number, "the winner", FactSays("home", "x"), "disputed")
    d.claim("across", number, "90th minute, they say", FactSays("venue", "y"), "contradicted")
    tab = open_page(page(d.record(MatchInfo("A", "B"), ScoreLine((1, 0))), d.reports)).page
    pieces = [mark.evaluate("(e) => e.firstChild.textContent") for mark in tab.locator(".text a.k").all()]
    assert pieces == ["Rossi headed ", "the winner", " in the ", "90th minute", ", they say"]
    tab.evaluate("document.querySelectorAll('.text .vh').forEach((said) => said.remove())")
    assert tab.text_content(".text").strip() == text
    tab.click(".text a.k.disputed")
    assert tab.locator("#panel-notes > li").count() == 2
    assert "2 statements in these words" in tab.inner_text("#panel-from")
    assert tab.locator("a.k.chosen").count() == 1
    tab.click("text=Rossi headed >> visible=true >> nth=0")
    assert tab.locator("a.k.chosen").count() == 4, "all the pieces of the longer claim"


@pytest.mark.parametrize("sample", [samples.derby, samples.ten], ids=["plain", "packed"])
def test_the_record_is_saved_as_it_is(open_page: Open, sample: Callable[[], Any]):
    record, reports = sample()
    tab = open_page(page(record, reports), accept_downloads=True).page
    with tab.expect_download() as download:
        tab.click("text=Save the record (JSON)")
    assert download.value.suggested_filename == "2026-02-14-inter-juventus.json"
    saved = json.loads(download.value.path().read_text("utf-8"))
    assert msgspec.convert(saved, type(record)) == record


def test_the_picture_is_saved_as_svg(open_page: Open):
    tab = open_page(derby(), accept_downloads=True).page
    with tab.expect_download() as download:
        tab.click("text=Save the picture (SVG)")
    svg = download.value.path().read_text("utf-8")
    assert svg.startswith("<svg")
    assert "3–2" in svg


def test_no_text_of_the_picture_runs_out_of_it_or_into_another(open_page: Open):
    given = (samples.derby, samples.seven_one, samples.long_names, samples.hostile, samples.goalless)
    cards = "".join(f"<div>{card(sample()[0])}</div>" for sample in given)
    tab = open_page(f"<!doctype html><title>cards</title>{cards}", width=1240).page
    drawn = tab.evaluate(
        """[...document.querySelectorAll('svg')].map((s) => [...s.querySelectorAll('text')].map((t) => {
          const b = t.getBBox(); return [b.x, b.y, b.x + b.width, b.y + b.height, t.textContent]; }))"""
    )
    assert len(drawn) == len(given)
    for boxes in drawn:
        for x0, _, x1, y1, words in boxes:
            assert (x0 >= 20, x1 <= 1180, y1 <= 625) == (True, True, True), words
        assert touching(boxes) == []


def test_no_name_of_the_timeline_touches_another(open_page: Open):
    for sample in (samples.derby, samples.seven_one, samples.long_names):
        tab = open_page(page(*sample())).page
        for width in (360, 768, 1440):
            tab.set_viewport_size({"width": width, "height": 800})
            boxes = tab.evaluate(
                "[...document.querySelectorAll('.tl .mk text')].filter((t) => t.checkVisibility()).map((t) => { "
                "const b = t.getBoundingClientRect(); return [b.left, b.top, b.right, b.bottom, t.textContent]; })"
            )
            assert boxes
            assert touching(boxes) == [], f"at {width} px"


def touching(boxes: list[Any]) -> list[tuple[str, str]]:
    """Pairs of texts whose boxes overlap by more than the two pixels that lines of type may share."""
    return [
        (words, other)
        for i, (x0, y0, x1, y1, words) in enumerate(boxes)
        for a0, b0, a1, b1, other in boxes[:i]
        if a0 < x1 and x0 < a1 and b0 + 4 < y1 and y0 + 4 < b1
    ]


def test_on_paper_all_texts_and_the_reasons_of_what_is_wrong_are_there(open_page: Open):
    opened = open_page(SAMPLES["thirty-thousand-words"]())
    assert opened.page.pdf().startswith(b"%PDF")
    opened = open_page(derby())
    SHOTS.mkdir(parents=True, exist_ok=True)
    assert opened.page.pdf(path=SHOTS / "derby.pdf").startswith(b"%PDF")
    opened.page.emulate_media(media="print")
    assert opened.page.locator(".para:visible").count() == opened.page.locator(".para").count()
    assert opened.page.locator(".note.contradicted:visible").count() == 2
    assert opened.page.locator("nav:visible, button:visible, input:visible").count() == 0
    assert opened.complaints == []


def test_a_long_report_folds_what_claims_nothing(open_page: Open):
    tab = open_page(SAMPLES["thirty-thousand-words"]()).page
    assert tab.locator(".para:visible").count() == 2, "the first paragraph and the one that tells of the match"
    tab.click(".quiet summary >> nth=0")
    assert tab.locator(".para:visible").count() > 100


def test_pictures_of_the_page_are_kept_for_the_eye(open_page: Open):
    tab = open_page(derby()).page
    SHOTS.mkdir(parents=True, exist_ok=True)
    for width in (360, 768, 1440):
        tab.set_viewport_size({"width": width, "height": 900})
        for scheme in ("light", "dark"):
            tab.emulate_media(color_scheme=scheme)
            shot = tab.screenshot(path=SHOTS / f"derby-{width}-{scheme}.png", full_page=True)
            assert len(shot) > 50_000
