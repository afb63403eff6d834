"""Templates that escape everything, and hand on what they escaped as plain text.

Jinja wraps every piece that it puts out in a Markup object; a page of ten reports has seven thousand of them, and they
took a seventh of its time. Only the function called is another: what is escaped, and that all is, stays with Jinja.
Should a later Jinja no longer ask `_output_child_pre`, its own escaping takes place, as safe and as slow as before.
"""

from __future__ import annotations

from typing import Any

import jinja2
from jinja2.compiler import CodeGenerator
from markupsafe import escape

from tabellino.render.page.clean import escaped


class _Writer(CodeGenerator):
    """Writes the code of a template."""

    def _output_child_pre(self, node: Any, frame: Any, finalize: Any) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape or finalize.src is not None:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write("environment.put_out(")


class LeanEnvironment(jinja2.Environment):
    """An environment whose templates escape through `put_out`."""

    code_generator_class = _Writer

    @staticmethod
    def put_out(value: object) -> str:
        """Text escaped; markup as it is; numbers and the like as text, escaped."""
        if type(value) is not str:
            return str(escape(value))
        return value if value.isalnum() else escaped(value)
