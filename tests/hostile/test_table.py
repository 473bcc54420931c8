"""The tests that the table and the README name are there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.hostile.table import NOT_BUILT, TABLE

TESTS = Path(__file__).parent.parent


def is_there(test: str) -> bool:
    file, _, name = test.partition("::")
    source = (TESTS / file).read_text("utf-8")
    return re.search(rf"^(?:async )?def {name}\(", source, re.MULTILINE) is not None


@pytest.mark.parametrize("row", TABLE)
def test_each_hostile_input_has_its_tests(row: str) -> None:
    assert TABLE[row]
    assert [test for test in TABLE[row] if not is_there(test)] == []
    assert row not in NOT_BUILT


def test_each_promise_of_the_readme_has_its_tests() -> None:
    readme = (TESTS.parent / "README.md").read_text("utf-8")
    section = readme.partition("## Safety\n")[2].partition("\n## ")[0]
    promises = re.findall(r"^- \*\*.+?(?=^- |\Z)", section, re.MULTILINE | re.DOTALL)
    assert len(promises) >= 8
    for promise in promises:
        named = re.findall(r"`(\S+\.py)::(\w+)`", promise)
        assert named, promise
        assert [f"{file}::{name}" for file, name in named if not is_there(f"{file}::{name}")] == []
