"""Pages for everyone: axe-core finds nothing against WCAG 2.2 AA, and no contrast is undecided.

What is looked at: a feedback page, the class report, an audit, the explorer's page, and a lab as a
page; light and dark, narrow and wide, folded and unfolded.
"""

import pytest
from axe_playwright_python.sync_playwright import Axe
from browser import CHROMIUM
from thorough import sample

from grading.authoring.source import source_notebook
from grading.pages.rendering import TEMPLATES
from grading.pages.untrusted_html import render_text
from grading.paths import ROOT
from lib.explorer import write_page

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="needs Chromium: there is none on PATH")
LAB = "lab1_dot"
LOOKS = sample([(320, "dark"), (320, "light"), (1280, "light"), (1280, "dark")], 2)
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
OPTIONS = {
    "runOnly": {"type": "tag", "values": TAGS},
    "resultTypes": ["violations", "incomplete"],
    # Contrast is measured for single letters and for signs as well, instead of being left open.
    "checks": {"color-contrast": {"options": {"ignoreUnicode": False, "ignoreLength": True}}},
}
WIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
CONTRASTS = """targets => {
    const rgb = words => {
        const [r, g, b, a = 1] = words.match(/[\\d.]+/g).map(Number);
        return a === 0 ? null : [r, g, b];
    };
    const light = colour => {
        const part = v => v / 255 <= 0.04045 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4;
        return 0.2126 * part(colour[0]) + 0.7152 * part(colour[1]) + 0.0722 * part(colour[2]);
    };
    const ground = element => {
        const drawing = element.closest("svg"), box = element.getBoundingClientRect();
        if (drawing) {
            const x = (box.left + box.right) / 2, y = (box.top + box.bottom) / 2;
            const under = [...drawing.querySelectorAll("rect")].filter(rect => {
                const r = rect.getBoundingClientRect();
                const before = rect.compareDocumentPosition(element) & 4;
                return before && r.left <= x && x <= r.right && r.top <= y && y <= r.bottom;
            });
            if (under.length) return rgb(getComputedStyle(under[under.length - 1]).fill);
        }
        for (let e = element; e; e = e.parentElement) {
            const colour = rgb(getComputedStyle(e).backgroundColor);
            if (colour) return colour;
        }
        return [255, 255, 255];
    };
    return targets.map(target => {
        const element = document.querySelector(target), style = getComputedStyle(element);
        const ink = rgb(element.closest("svg") ? style.fill : style.color);
        const [a, b] = [light(ink), light(ground(element))].sort((x, y) => y - x);
        return (a + 0.05) / (b + 0.05);
    });
}"""
OPEN = "document.querySelectorAll('details').forEach(d => { d.open = true; })"


@pytest.fixture(scope="module")
def pages(demo_class, tmp_path_factory):
    folder = tmp_path_factory.mktemp("pages")
    write_page(folder / "explorer.html")
    return {
        "feedback, all right": demo_class / "feedback" / "ada" / LAB / f"{LAB}.html",
        "feedback, mistakes": demo_class / "feedback" / "carl" / LAB / f"{LAB}.html",
        "report": demo_class / "reports" / f"{LAB}.html",
        "explorer": folder / "explorer.html",
        "audit": ROOT / "docs" / "samples" / "ones.html",
    }


def faults(page):
    """What axe finds on a page as it stands: a line for each kind, with its first place."""
    axe = Axe()
    page.evaluate(axe.axe_script)
    found = page.evaluate("options => axe.run(options)", OPTIONS)
    lines = [_line(rule["id"], rule["nodes"]) for rule in found["violations"]]
    undecided = [n for r in found["incomplete"] if "contrast" in r["id"] for n in r["nodes"]]
    faint = [
        n for n, ratio in zip(undecided, looked_at(page, undecided), strict=True) if ratio < 4.5
    ]
    return lines + ([_line("contrast, looked at", faint)] if faint else [])


def _line(rule, nodes):
    first = nodes[0]
    return f"{rule} ({len(nodes)}): {first['html'][:120]} {first.get('failureSummary', '')[:200]}"


def looked_at(page, nodes):
    """The contrast of texts of which axe cannot tell the ground: on cells of drawings, in formulas.

    Their ground is the last rectangle that is drawn under them, or what stands behind it all.
    """
    return page.evaluate(CONTRASTS, [node["target"][0] for node in nodes])


@pytest.mark.parametrize(("width", "scheme"), sample(LOOKS, 1))
@pytest.mark.parametrize(
    "name",
    sample(
        ["feedback, all right", "feedback, mistakes", "report", "audit", "explorer", "network"], 1
    ),
)
def test_axe_finds_no_fault(pages, browser, name, width, scheme):
    page = browser.new_page()
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(pages["explorer" if name == "network" else name].as_uri())
    if name == "network":
        page.get_by_role("button", name="A network").click()
    found = {"folded": faults(page)}
    page.evaluate(OPEN)
    found["unfolded"] = faults(page)
    found["wider than the window by"] = page.evaluate(WIDE)
    page.close()
    assert found == {"folded": [], "unfolded": [], "wider than the window by": 0}


def attached(cell):
    """The pictures of a text cell, as `render_text` takes them."""
    pictures = cell.get("attachments", {})
    return tuple((name, kind, c) for name, kinds in pictures.items() for kind, c in kinds.items())


@pytest.mark.parametrize(("width", "scheme"), LOOKS)
def test_the_text_and_pictures_of_a_lab_have_no_fault(browser, tmp_path, width, scheme):
    """As the feedback page and formgrader render them; JupyterLab's own page is not ours."""
    cells = [c for c in source_notebook(LAB).cells if c.cell_type == "markdown"]
    body = "\n".join(render_text(c.source, attached(c)) for c in cells)
    style = (TEMPLATES / "page.css").read_text(encoding="utf-8")
    path = tmp_path / "lab.html"
    head = f"<meta charset=utf-8><title>{LAB}</title><style>{style}</style>"
    path.write_text(
        f"<!doctype html><html lang=en>{head}<body><main class=text>{body}</main>", "utf-8"
    )
    page = browser.new_page()
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(path.as_uri())
    found = faults(page)
    page.close()
    assert found == []


def test_axe_would_find_a_fault(browser, tmp_path):
    path = tmp_path / "bad.html"
    path.write_text(
        "<!doctype html><html lang=en><title>bad</title><body style='background: #fff'>"
        "<img src='data:,'><p style='color: #ccc'>x</p><div style='overflow-x: auto; width: 50px'>"
        "<pre>a line that is much longer than the box that it stands in</pre></div>"
    )
    page = browser.new_page()
    page.goto(path.as_uri())
    found = " ".join(faults(page))
    page.close()
    for rule in ("image-alt", "color-contrast", "scrollable-region-focusable"):
        assert rule in found


HIDDEN = """[...document.querySelectorAll("details:not([open])")].map(folded => {
    const inside = folded.getBoundingClientRect().bottom - folded.firstElementChild
        .getBoundingClientRect().bottom;
    return [folded.matches(".cell > *"), inside < 5];
})"""


def test_what_is_folded_is_printed_but_for_the_code_of_given_cells(pages, browser):
    """And of checks that passed: many pages of code that the student did not write."""
    page = browser.new_page()
    page.goto(pages["feedback, mistakes"].as_uri())
    page.emulate_media(media="print")
    folded = page.evaluate(HIDDEN)
    page.close()
    assert {in_notebook for in_notebook, _ in folded} == {True, False}
    assert all(in_notebook == hidden for in_notebook, hidden in folded)


def test_the_keyboard_reaches_every_box_that_scrolls(pages, browser):
    page = browser.new_page()
    page.set_viewport_size({"width": 320, "height": 900})
    page.goto(pages["feedback, mistakes"].as_uri())
    page.evaluate(OPEN)
    boxes = page.evaluate(
        "[...document.querySelectorAll('*')].filter(e => e.scrollWidth > e.clientWidth + 1 &&"
        " ['auto', 'scroll'].includes(getComputedStyle(e).overflowX)).map(e => e.tabIndex)"
    )
    page.close()
    assert all(index >= 0 for index in boxes)


# What a keyboard can be on: links, buttons, fields, folds, and boxes that scroll.
STOPS = """[...document.querySelectorAll('a[href], button, input, select, summary, [tabindex]')]
    .filter(e => e.tabIndex >= 0 && !e.disabled && e.checkVisibility())"""
WALK = (
    "window.stops = "
    + STOPS
    + """;
window.seen = [];
const note = target => {
    const {outlineStyle, boxShadow} = getComputedStyle(target);
    const ring = outlineStyle !== 'none' || boxShadow !== 'none';
    window.seen.push([window.stops.indexOf(target), ring, target.outerHTML.slice(0, 80)]);
};
document.addEventListener('focusin', ({target}) => note(target));
if (document.activeElement !== document.body) note(document.activeElement);
window.stops.length"""
)


def walk(page):
    """Tab through a page; returns how many stops it has, and each that was met, in order."""
    count = page.evaluate(WALK)
    for _ in range(count):
        page.keyboard.press("Tab")
    return count, page.evaluate("window.seen")


@pytest.mark.parametrize(
    "name", sample(["feedback, mistakes", "report", "audit", "explorer", "network"], 2)
)
def test_tab_alone_walks_through_a_whole_page_in_its_order_and_shows_where_it_is(
    pages, browser, name
):
    page = browser.new_page()
    page.goto(pages["explorer" if name == "network" else name].as_uri())
    page.evaluate(OPEN)
    if name == "network":  # by keyboard, too: from the second stop on, and round
        page.keyboard.press("Tab")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
    count, seen = walk(page)
    page.close()
    assert count > 5
    assert {place for place, _, _ in seen} == set(range(count)), seen
    assert [said for _, ring, said in seen if not ring] == []


def test_the_keyboard_alone_unfolds_and_scrolls_a_feedback_page(pages, browser):
    page = browser.new_page()
    page.set_viewport_size({"width": 320, "height": 900})
    page.goto(pages["feedback, mistakes"].as_uri())
    folds = page.evaluate("document.querySelectorAll('details:not([open])').length")
    assert folds > 0
    for fold in page.locator("summary").all():
        if fold.is_visible() and not fold.evaluate("e => e.parentElement.open"):
            fold.focus()
            page.keyboard.press("Enter")
    assert page.evaluate("document.querySelectorAll('details:not([open])').length") == 0
    box = page.evaluate_handle(
        "[...document.querySelectorAll('[tabindex=\"0\"]')].find(e => e.scrollWidth > "
        "e.clientWidth + 1 && e.checkVisibility())"
    ).as_element()
    box.focus()
    for _ in range(20):
        page.keyboard.press("ArrowRight")
    page.wait_for_function("box => box.scrollLeft > 0", arg=box)
    page.close()
