"""A drawing as PNG: the one place that needs the package of the extra `card`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tabellino.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable


def png(svg: str, width: int) -> bytes:
    """The SVG as PNG, `width` pixels wide. Raises UsageError when the package for it is not there."""
    return bytes(drawer()(svg_string=svg, width=width))


def drawer() -> Callable[..., bytes | list[int]]:
    """What makes a PNG. Raises UsageError when it is not there, so that it can be asked for before long work."""
    try:
        from resvg_py import svg_to_bytes
    except ImportError:
        raise UsageError(
            "a picture as PNG needs the package resvg_py: pip install 'tabellino[card]', or ask for an .svg file"
        ) from None
    return svg_to_bytes
