"""Templates, style and script of the page, and the policy that lets a browser run these and nothing else."""

from __future__ import annotations

import base64
import functools
import hashlib
from importlib import resources
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import jinja2


class Assets(NamedTuple):
    """Style and script as they stand in the page, and its Content-Security-Policy."""

    style: str
    script: str
    policy: str


@functools.cache
def environment() -> jinja2.Environment:
    """The templates, escaping everything; a name that a template does not know is an error."""
    import jinja2

    from tabellino.render.page.lean import LeanEnvironment

    return LeanEnvironment(
        loader=jinja2.PackageLoader("tabellino.render.page"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )


@functools.cache
def assets() -> Assets:
    """Style and script are named by their hashes, so nothing that a report smuggles in can run or dress up the page."""
    style, script = (_read(name) for name in ("page.css", "page.js"))
    policy = "; ".join(
        (
            "default-src 'none'",
            f"style-src {_hash(style)}",
            f"script-src {_hash(script)}",
            "img-src data:",
            "base-uri 'none'",
            "form-action 'none'",
            "require-trusted-types-for 'script'",
        )
    )
    return Assets(style, script, policy)


def _read(name: str) -> str:
    return resources.files("tabellino.render.page").joinpath(name).read_text("utf-8")


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
