"""pyproject.toml, requirements.lock and environment.yml say the same."""

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions, version
from itertools import chain

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet

from grading.authoring.handout import FOR_STUDENTS
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


def imported(folder):
    """Modules of others that our modules import, wherever in them, by name of the top package."""
    found = set()
    for path in (ROOT / folder).rglob("*.py"):
        if path.name.startswith("make_") or {"misconceptions", "solutions"} & {*path.parts}:
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                found |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                found.add(node.module.partition(".")[0])
    return found - {"grading", "lib", "annotationlib"} - sys.stdlib_module_names


def test_every_package_that_we_import_is_declared():
    extras = PROJECT["project"]["optional-dependencies"].values()
    declared = [*PROJECT["project"]["dependencies"], *chain(*extras)]
    names = {canonical(Requirement(wanted).name) for wanted in declared} | {"distributed"}  # Dask's
    bring = packages_distributions()
    ours = {
        module: {*map(canonical, bring[module])}
        for folder in ("grading", "lib")
        for module in imported(folder)
    }
    assert len(ours) > 20
    assert {module: by for module, by in ours.items() if not by & names} == {}


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


def test_conda_and_binder_get_a_python_that_is_promised_and_the_same_lock():
    environment = yaml.safe_load((ROOT / "environment.yml").read_text())
    python, pip, packages = environment["dependencies"]
    # How Binder looks for its Python; where it finds none it takes one that may be too old.
    pinned = re.match(r"python\s*=+\s*([\d.]+)$", python)
    assert f"Programming Language :: Python :: {pinned[1]}" in PROJECT["project"]["classifiers"]
    assert pip == "pip"
    assert packages == {"pip": ["-r requirements.lock"]}


def test_students_need_a_handful_of_packages_with_the_bounds_of_the_project():
    lines = (FOR_STUDENTS / "requirements.txt").read_text().splitlines()
    wanted = {line for line in lines if not line.startswith("#")}
    assert wanted <= set(PROJECT["project"]["dependencies"])
    assert {Requirement(line).name for line in wanted} == {
        "ipykernel",
        "ipywidgets",
        "matplotlib",
        "numpy",
        "scipy",
        "tqdm",
    }
    environment = yaml.safe_load((FOR_STUDENTS / "environment.yml").read_text())
    python, _, packages = environment["dependencies"]
    bound = SpecifierSet(python.removeprefix("python "))
    assert bound == SpecifierSet(PROJECT["project"]["requires-python"])
    assert packages["pip"][0] == "-r requirements.txt"


def test_what_students_install_by_hash_is_what_was_tested_and_nothing_of_the_graders():
    entries = re.split(
        r"^(?=[\w.-]+==)", (FOR_STUDENTS / "requirements.lock").read_text(), flags=re.M
    )
    ours = re.split(r"^(?=[\w.-]+==)", LOCK, flags=re.M)
    pinned = {entry.split("==")[0] for entry in entries[1:]}
    assert {"numpy", "ipykernel", "tqdm"} <= pinned
    assert not {"nbgrader", "jupytext", "tensorflow-datasets", "jupyterlab"} & pinned
    assert len(pinned) < 60
    known = {entry.split()[0]: set(re.findall(r"sha256:\w+", entry)) for entry in ours[1:]}
    for entry in entries[1:]:
        hashes = set(re.findall(r"sha256:\w+", entry))
        assert hashes
        assert hashes <= known[entry.split()[0]], entry.split()[0]
