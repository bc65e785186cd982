"""docs/gallery.md: every picture with its words, as the scripts have them now."""

import importlib.util
import re

import pytest

from grading.paths import LABS, ROOT, lab_names


def load(name):
    """A module of figures/, by its file."""
    spec = importlib.util.spec_from_file_location(name, ROOT / "figures" / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


gallery = load("gallery")
SCRIPTS = load("all").scripts()
WORDS = {
    f"{path.parent.name}/{name}": words
    for path, module in SCRIPTS.items()
    for name, words in module.PICTURES.items()
}
PAGE = (ROOT / "docs" / "gallery.md").read_text(encoding="utf-8")
PICTURE = re.compile(r"!\[((?:[^]]|\](?!\())*)\]\((?:\.\./)+((?:images|figures)/[^)]+)\)")


def shown_in(text):
    """The pictures of a text with their words, as a list of (words, path)."""
    return [(" ".join(words.split()), path) for words, path in PICTURE.findall(text)]


def test_the_page_is_what_the_scripts_say():
    assert gallery.page(SCRIPTS) == PAGE, "run make figures"


def test_a_page_with_one_other_word_is_stale(monkeypatch):
    path = ROOT / "figures" / "flatten.py"
    monkeypatch.setitem(SCRIPTS[path].PICTURES, "flatten.png", "Other words.")
    assert gallery.page(SCRIPTS) != PAGE


def test_it_is_written_once_and_then_left_alone(monkeypatch, tmp_path):
    monkeypatch.setattr(gallery, "PAGE", tmp_path / "gallery.md")
    assert gallery.write(SCRIPTS)
    assert not gallery.write(SCRIPTS)
    assert (tmp_path / "gallery.md").read_text(encoding="utf-8") == PAGE
    assert [path.name for path in tmp_path.iterdir()] == ["gallery.md"]


def test_it_shows_every_picture_with_its_words_and_links_every_still_twin():
    shown = shown_in(PAGE)
    assert [words for words, path in shown if WORDS[path] != words] == []
    linked = re.findall(r"\[still twin\]\(\.\./([^)]+)\)", PAGE)
    assert sorted([path for _, path in shown] + linked) == sorted(WORDS)
    assert all(path.endswith(".png") for path in linked)
    assert {path.replace(".gif", ".png") for path in WORDS if path.endswith(".gif")} == set(linked)


def test_every_link_in_it_leads_somewhere():
    links = re.findall(r"\]\(([^)]+)\)", PAGE)
    assert [link for link in links if not (ROOT / "docs" / link).is_file()] == []


def test_the_readme_leads_to_it():
    assert "docs/gallery.md" in (ROOT / "README.md").read_text(encoding="utf-8")


def test_a_script_without_a_topic_is_named(monkeypatch):
    monkeypatch.setitem(gallery.TOPICS, "Words", ())
    with pytest.raises(ValueError, match=r"every script once, see \['figures/text_convolution.py'"):
        gallery.page(SCRIPTS)


def pictures_of(lab):
    """The pictures in the text of a lab."""
    return shown_in(re.sub(r"\n# ?", "\n", (LABS / f"{lab}.py").read_text(encoding="utf-8")))


@pytest.mark.parametrize("lab", lab_names())
def test_the_pictures_in_a_lab_are_there_with_the_words_of_their_scripts(lab):
    shown = pictures_of(lab)
    assert shown
    assert [(words, path) for words, path in shown if WORDS.get(path) != words] == []


def test_another_word_in_a_lab_is_found(monkeypatch):
    words, path = pictures_of("lab4_max_pool")[0]
    monkeypatch.setitem(WORDS, path, f"{words} And more.")
    with pytest.raises(AssertionError):
        test_the_pictures_in_a_lab_are_there_with_the_words_of_their_scripts("lab4_max_pool")


def test_all_pictures_together_are_under_three_megabytes():
    assert sum((ROOT / path).stat().st_size for path in WORDS) < 3e6
