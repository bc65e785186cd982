"""pyproject.toml, requirements.lock and environment.yml say the same."""

import re
import tomllib
from importlib.metadata import version

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet

from grading.paths import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())
LOCK = (ROOT / "requirements.lock").read_text()
WANTED = PROJECT["project"]["dependencies"] + PROJECT["dependency-groups"]["dev"]


def canonical(name):
    return re.sub(r"[-_.]+", "-", name).lower()


def locked():
    """Versions in the lock by package; several where they depend on the Python version."""
    found = {}
    for name, pinned in re.findall(r"^([\w.-]+)==([^\s;\\]+)", LOCK, re.M):
        found.setdefault(canonical(name), []).append(pinned)
    return found


@pytest.mark.parametrize("wanted", WANTED)
def test_the_lock_holds_each_dependency_in_a_version_that_pyproject_allows(wanted):
    requirement = Requirement(wanted)
    versions = locked().get(canonical(requirement.name), [])
    assert versions
    assert all(requirement.specifier.contains(pinned) for pinned in versions)


def test_every_package_in_the_lock_has_hashes_and_no_address_is_named():
    entries = re.split(r"^(?=[\w.-]+==)", LOCK, flags=re.M)[1:]
    assert len(entries) > 50
    assert all("--hash=sha256:" in entry for entry in entries)
    assert "://" not in LOCK
    assert "index-url" not in LOCK
    assert "find-links" not in LOCK


@pytest.mark.parametrize("wanted", WANTED)
def test_what_is_installed_is_what_is_locked(wanted):
    name = canonical(Requirement(wanted).name)
    assert version(name) in locked()[name]


def test_conda_gets_the_same_pythons_and_the_same_lock():
    environment = yaml.safe_load((ROOT / "environment.yml").read_text())
    python, pip, packages = environment["dependencies"]
    assert SpecifierSet(python.removeprefix("python ")) == SpecifierSet(
        PROJECT["project"]["requires-python"]
    )
    assert pip == "pip"
    assert packages == {"pip": ["-r requirements.lock"]}
