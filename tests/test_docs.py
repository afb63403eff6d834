"""The docs say what the program does: generated pages are up to date, and every example runs and shows its output."""

from __future__ import annotations

import pytest

from tools import examples, make_docs


@pytest.mark.parametrize("path", make_docs.GENERATED)
def test_generated_pages_are_up_to_date(path):
    assert (make_docs.ROOT / path).read_text("utf-8") == make_docs.GENERATED[path](), "run make docs"


@pytest.mark.parametrize("page", examples.pages(), ids=lambda page: page.name)
def test_every_example_of_the_docs_runs_and_shows_what_it_prints(page):
    names = {}
    with examples.example_folder():
        for example in examples.examples(page):
            printed = examples.run(example, names)
            where = f"{page.name}:{example.line} {example.code.strip()}"
            if example.language == "console" or example.shown:
                assert examples.agrees(example.shown, printed), f"{where} printed:\n{printed}\nrun make docs"


@pytest.mark.parametrize(
    ("shown", "printed", "same"),
    [
        ("a\nb\n", "a\nb\n", True),
        ("a\n", "a\nb\n", False),
        ("a\n...\n", "a\nb\nc\n", True),
        ("...\nc\n", "a\nb\nc\n", True),
        ("a\n...\nd\n", "a\nb\nc\n", False),
        ("a.c\n", "abc\n", False),  # no pattern but "..."
    ],
)
def test_what_is_shown_agrees_with_what_is_printed_but_for_lines_left_out(shown, printed, same):
    assert examples.agrees(shown, printed) is same


def test_examples_are_found_and_drift_is_seen(tmp_path):
    page = tmp_path / "page.md"
    page.write_text(
        "# T\n\n```console\n$ tabellino --version\nold\n$ tabellino schema error\n...\n```\n\n"
        "```python\nx = 1\nprint(x)\n```\n\n```text\n2\n```\n"
    )
    found = list(examples.examples(page))
    assert [(one.language, one.line, one.shown) for one in found] == [
        ("console", 4, "old\n"),
        ("console", 6, "...\n"),
        ("python", 11, "2\n"),
    ]
    with examples.example_folder():
        renewed = examples.renewed(page)
    assert "$ tabellino --version\ntabellino, version" in renewed
    assert "```text\n1\n```" in renewed
    assert "$ tabellino schema error\n...\n```" in renewed


def test_an_example_that_fails_is_no_example(tmp_path):
    page = tmp_path / "page.md"
    page.write_text("```console\n$ tabellino read none.txt\n```\n")
    with examples.example_folder(), pytest.raises(ValueError, match="ended with 2"):
        examples.renewed(page)
