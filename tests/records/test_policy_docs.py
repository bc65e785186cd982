"""What the instructors' page says about a class's rules is true."""

import re
import tomllib
from datetime import UTC, datetime, timedelta

from grading.paths import ROOT
from grading.records.policy import parse_policy

PAGE = (ROOT / "docs" / "instructors.md").read_text()


def test_the_policy_on_the_page_can_be_read_and_its_example_adds_up():
    (block,) = re.findall(r"```toml\n(.*?)```", PAGE, re.S)
    policy = parse_policy(tomllib.loads(block))
    due = policy.due("lab1_dot", "ada")
    assert due == datetime(2026, 10, 14, 21, 59, tzinfo=UTC)
    late = datetime(2026, 10, 17, 10, 0, tzinfo=UTC) - due
    assert policy.lab("lab1_dot").late.taken(20, late) == 6
    assert late > timedelta(days=2)
    assert policy.section("carl") == "tuesday"
    assert policy.due("lab1_dot", "dora") == datetime(2026, 10, 13, 21, 59, tzinfo=UTC)
