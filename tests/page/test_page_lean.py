"""The templates escape everything, as Jinja itself would."""

from __future__ import annotations

import html

import jinja2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from tabellino.render.page.assets import environment
from tabellino.render.page.lean import LeanEnvironment

TEMPLATES = (
    "{{ x }}", "<a title='{{ x }}'>{{ x }}{{ 7 }}</a>", "{% macro m(y) %}<b>{{ y }}</b>{% endmacro %}{{ m(x) }}",
    "{{ [x, x]|join(', ') }}", "{{ x ~ '<i>' }}", "{% for y in [x] %}{{ y if y else '' }}{% endfor %}", "{{ x|lower }}",
    "{% set y %}<u>{{ x }}</u>{% endset %}{{ y }}", "{{ '<hr>'|safe }}{{ x }}",
)  # fmt: skip
PAIRS = [[kind(autoescape=True).from_string(t) for kind in (LeanEnvironment, jinja2.Environment)] for t in TEMPLATES]


@given(text=st.text() | st.sampled_from(["</script>", "&lt;", "'\"><", "{{ 7 * 7 }}"]))
def test_what_it_puts_out_reads_as_what_jinja_puts_out(text: str):
    for source, pair in zip(TEMPLATES, PAIRS, strict=True):
        lean, plain = (template.render(x=text) for template in pair)
        assert html.unescape(lean) == html.unescape(plain), source
        assert lean.count("<") == plain.count("<"), source


@pytest.mark.parametrize(
    ("value", "put_out"),
    [("<b>", "&lt;b&gt;"), (Markup("<b>"), "<b>"), (7, "7"), ("plain", "plain"), (None, "None"),
     (["<"], "[&#39;&lt;&#39;]")],
)  # fmt: skip
def test_text_is_escaped_and_markup_is_not(value: object, put_out: str):
    assert LeanEnvironment.put_out(value) == put_out


def test_the_pages_templates_are_such():
    assert isinstance(environment(), LeanEnvironment)
    assert environment().from_string("{{ x }}").render(x="<b>") == "&lt;b&gt;"
