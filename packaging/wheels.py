"""Write two wheels into dist/ or another folder, from one tree.

    python packaging/wheels.py [FOLDER]

`convolution_labs` is what a student's notebook imports: `lib` and its data, and nothing of
`grading`. `convolution_labs_grading` is the instructor's side, with the labs, the bank and the
pictures that the labs show; it needs the first.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
STUDENT = ("ipykernel", "ipython", "ipywidgets", "matplotlib", "numpy", "scipy", "tqdm")
EPOCH = "1767225600"  # 1 January 2026: the same tree gives the same bytes


def main(dist):
    dist.mkdir(exist_ok=True)
    for old in dist.glob("convolution_labs*.whl"):
        old.unlink()
    for stage in (student, instructor):
        with tempfile.TemporaryDirectory() as folder:
            stage(Path(folder))
            build(Path(folder), dist)
    for wheel in sorted(dist.glob("convolution_labs*.whl")):
        print(f"{wheel}: {wheel.stat().st_size / 1e6:.1f} MB")


def student(folder):
    copy(ROOT / "lib", folder / "lib", leave_out="make_*.py")
    (folder / "lib" / "py.typed").touch()
    needs = [need for need in PROJECT["dependencies"] if name_of(need) in STUDENT]
    describe(
        folder, PROJECT["name"], "What the notebooks of Convolution from scratch import.", needs
    )


def instructor(folder):
    copy(ROOT / "grading", folder / "grading")
    shutil.copy(ROOT / "nbgrader_config.py", folder / "grading")
    shutil.copy(ROOT / "requirements.lock", folder / "grading")  # for Gradescope's image
    shutil.copy(ROOT / "docs" / "platforms" / "classroom.yml", folder / "grading" / "lms")
    for pictures in ("images", "figures"):
        target = folder / "grading" / "pictures" / pictures
        target.mkdir(parents=True)
        for picture in [*(ROOT / pictures).glob("*.png"), *(ROOT / pictures).glob("*.gif")]:
            shutil.copy(picture, target)
    needs = [f"{PROJECT['name']}=={PROJECT['version']}", *PROJECT["dependencies"]]
    extras = PROJECT["optional-dependencies"]
    describe(folder, f"{PROJECT['name']}-grading", PROJECT["description"], needs, extras)


def name_of(need):
    """The package of a requirement, as in ``ipywidgets>=8.1``."""
    for end, character in enumerate(need):
        if not (character.isalnum() or character in "-_."):
            return need[:end]
    return need


def copy(source, target, leave_out="__pycache__"):
    """Copy what git knows of a folder: no class's data, no caches."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "."], cwd=source, capture_output=True, text=True, check=True
    )
    for name in filter(None, listed.stdout.split("\0")):
        if not Path(name).match(leave_out) and (source / name).exists():
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(source / name, target / name)


def describe(folder, name, description, needs, extras=()):
    """Write the pyproject of one wheel; what both share is the tree's own."""
    packages = [path.name for path in folder.iterdir() if path.is_dir()]
    shutil.copy(ROOT / "LICENSE", folder)
    lines = [
        "[build-system]",
        'requires = ["setuptools>=80"]',
        'build-backend = "setuptools.build_meta"',
        "[project]",
        f'name = "{name}"',
        f'version = "{PROJECT["version"]}"',
        f'description = "{description}"',
        f'requires-python = "{PROJECT["requires-python"]}"',
        f'license = "{PROJECT["license"]}"',
        'license-files = ["LICENSE"]',
        'authors = [{ name = "the convolution-from-scratch authors" }]',
        f"dependencies = {needs}",
        "[project.optional-dependencies]",
        *(f"{extra} = {wanted}" for extra, wanted in dict(extras).items()),
        "[tool.setuptools]",
        f"packages.find = {{ include = {[f'{p}*' for p in packages]} }}",
        "[tool.setuptools.package-data]",
        '"*" = ["**/*"]',
    ]
    (folder / "pyproject.toml").write_text("\n".join(lines) + "\n", encoding="utf-8")


def build(folder, dist):
    pip = [sys.executable, "-m", "pip", "wheel", "--quiet", "--disable-pip-version-check"]
    command = [*pip, "--no-deps", "--no-build-isolation", "--wheel-dir", str(dist), "."]
    subprocess.run(command, cwd=folder, check=True, env={**os.environ, "SOURCE_DATE_EPOCH": EPOCH})


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve() if sys.argv[1:] else ROOT / "dist")
