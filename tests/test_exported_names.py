"""The public names of the package are listed, sorted, documented, and cost nothing until they are used."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

import tabellino

SOURCE = Path(tabellino.__file__).read_text("utf-8")


def test_the_list_is_sorted_and_what_type_checkers_see_is_what_is_there():
    imported = [
        (alias.asname, f"{node.module}".removeprefix("tabellino."))
        for node in ast.walk(ast.parse(SOURCE))
        if isinstance(node, ast.ImportFrom) and str(node.module).startswith("tabellino.")
        for alias in node.names
    ]
    assert dict(imported) == tabellino._HOMES
    assert list(tabellino._HOMES) == sorted(tabellino._HOMES)
    assert sorted(tabellino.__all__) == sorted([*tabellino._HOMES, "__version__"])


@pytest.mark.parametrize("name", tabellino._HOMES)
def test_every_public_name_is_there_and_documented(name):
    value = getattr(tabellino, name)
    assert value.__doc__, f"{name} has no docstring"
    assert name in dir(tabellino)


def test_an_unknown_name_is_an_attribute_error():
    with pytest.raises(AttributeError, match="has no attribute 'reed'"):
        tabellino.reed  # noqa: B018 - the access is what is tested


def test_importing_the_package_imports_none_of_its_rooms():
    code = "import sys, tabellino; print([name for name in sys.modules if name.startswith('tabellino.')])"
    env = os.environ | {"PYTHONPATH": str(Path(tabellino.__file__).parents[1])}
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=env).stdout
    assert out.strip() == "[]"


def test_a_function_is_not_hidden_by_the_room_of_its_name():
    code = (
        "import tabellino, tabellino.extract.reader, tabellino.pipeline; from tabellino.extract import reader\n"
        "print(callable(tabellino.extract), tabellino.extract is tabellino.pipeline.extract)"
    )
    env = os.environ | {"PYTHONPATH": str(Path(tabellino.__file__).parents[1])}
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=env).stdout
    assert out.strip() == "True True"
