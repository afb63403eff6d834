"""Files and standard input become reports: title, date, article, and clear refusals."""

from __future__ import annotations

import datetime
import io

import pytest

from tabellino import data
from tabellino.errors import NotText, SourceNotFound, TooLarge
from tabellino.sources import load

PROSE = "Inter beat Juventus 3-2 at San Siro on Saturday, and Piotr Zielinski settled it in the last minute. "
PAGE = f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Late Zielinski goal – The Example</title>
<meta property="og:site_name" content="The Example">
<meta property="article:published_time" content="2026-02-14T22:50:00+01:00"></head>
<body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>
<article><h1>Late Zielinski goal beats Juventus</h1><p>{PROSE * 3}</p>
<p>Andrea Cambiaso put through his own net &amp; equalised nine minutes later for the visitors.</p></article>
<footer>All rights of the example reserved</footer></body></html>"""


def write(folder, text, name="report.txt", encoding="utf-8"):
    path = folder / name
    path.write_bytes(text.encode(encoding))
    return str(path)


@pytest.mark.parametrize(
    ("text", "title", "date"),
    [
        ("Late winner\n\nInter won.", "Late winner", None),  # set off by an empty line
        ("Late winner!\r\n\r\nInter won.", "Late winner!", None),  # lines of Windows
        ("Late winner\nInter won.", "Late winner", None),  # no full stop: a headline
        ("Inter won.\nThey did.", None, None),  # prose
        ("Inter won", None, None),  # nothing after it
        (f"{'Inter ' * 40}\n\nThey did.", None, None),  # a paragraph
        ("date 2026-02-14 Late winner\n\nInter won.", "Late winner", datetime.date(2026, 2, 14)),
        ("Late winner\n\nInter won. date 2026-02-14", "Late winner", datetime.date(2026, 2, 14)),
        ("Late winner\n\nInter won.\nDate: 2026-02-14\n", "Late winner", datetime.date(2026, 2, 14)),
        ("Late winner\n\nThe up to date 2026-02-14 table is below.", "Late winner", None),  # inside prose
        ("Late winner\n\nInter won. date 2026-02-30", "Late winner", None),  # no such day
    ],
)
def test_plain_text_shows_its_title_and_date(tmp_path, text, title, date):
    report = load(write(tmp_path, text))
    assert (report.title, report.date) == (title, date)
    assert report.text == text, "the text stays as given, so that spans point into the file"


def test_a_page_gives_its_article_title_date_and_outlet(tmp_path):
    report = load(write(tmp_path, PAGE, "page.html"))
    assert report.title == "Late Zielinski goal beats Juventus"
    assert report.date == datetime.date(2026, 2, 14)
    assert report.outlet == "The Example"
    assert report.text.startswith("Late Zielinski goal beats Juventus\n")
    assert "own net & equalised" in report.text
    assert "Home" not in report.text
    assert "rights" not in report.text


def test_a_page_in_another_encoding_is_read_as_it_declares(tmp_path):
    page = PAGE.replace('charset="utf-8"', 'charset="windows-1251"').replace("Zielinski", "Зелиньский")
    report = load(write(tmp_path, page.replace("–", "-"), "page.html", "cp1251"))
    assert "Зелиньский" in report.text
    assert report.warnings == (f"{report.source}: read as windows-1251, as the page says",)


@pytest.mark.parametrize(
    "page",
    [
        "<html><head><title>Menu</title></head><body><nav><a href='/'>Home</a></nav><script>1</script></body>",
        "<!doctype html><html></html>",
        "<div></div><div></div><p></p>",
    ],
)
def test_a_page_without_an_article_is_refused(tmp_path, page):
    with pytest.raises(NotText, match=r"page\.html is a page of HTML without an article; open the report itself"):
        load(write(tmp_path, page, "page.html"))


def test_prose_with_angle_brackets_is_no_page(tmp_path):
    text = "Inter <3 Juventus: 3-2 <b>at last</b>. Inter won."
    assert load(write(tmp_path, text)).text == text


def test_standard_input_is_read_once_and_named():
    report = load("-", stdin=io.BytesIO("Perché no?\n\nÈ finita 3-2".encode("latin-1")))
    assert report.source == "-"
    assert report.warnings[0].startswith("standard input: is not UTF-8")
    with pytest.raises(NotText, match="standard input is empty"):
        load("-", stdin=io.BytesIO(b""))


def test_what_cannot_be_opened_says_why(tmp_path):
    for source, message in [
        (str(tmp_path / "none.txt"), "does not exist; give the path"),
        (str(tmp_path), "is a folder; give the files in it"),
        ("no\0name", "cannot be read"),
        ("x" * 5000, "cannot be read"),
    ]:
        with pytest.raises(SourceNotFound, match=message):
            load(source)


def test_a_text_beyond_the_limit_is_refused_without_reading_it_all(tmp_path):
    most = data.load("sources.toml")["limits"]["max_bytes"]
    assert load(write(tmp_path, "a" * most)).text
    with pytest.raises(TooLarge, match="is larger than 5 MB, the most that is read as one report"):
        load(write(tmp_path, "a" * 10_000_000))
    with pytest.raises(TooLarge, match="standard input is larger"):
        load("-", stdin=io.BytesIO(b"a" * (most + 1)))
