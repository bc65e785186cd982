"""How long from a pointer to the picture that follows it: `python benchmarks/explorer.py`.

Medians over many moves in headless Chromium, in milliseconds: from the event to the end of the
first frame after all of it is drawn. `PIXELS` is the side of the largest photograph.
"""

import argparse
import statistics
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
sys.path.insert(0, str(ROOT / "tests"))
sys.path.insert(0, str(ROOT / "tests" / "lib"))

import nbformat
from browser import CHROMIUM, jupyter_lab, open_browser
from test_explorer import NETWORK

from grading.authoring.source import KERNEL
from lib.explorer import write_page

PIXELS = 256
# Move the pointer over a picture, and wait for the frame after the handlers have run.
MOVE = """async ([canvas, moves]) => {
    const times = [], box = canvas.getBoundingClientRect();
    for (let n = 0; n < moves; n++) {
        const at = {clientX: box.left + box.width * ((7 * n) % 25 + 0.5) / 26,
                    clientY: box.top + box.height * ((11 * n) % 25 + 0.5) / 26};
        const start = performance.now();
        canvas.dispatchEvent(new PointerEvent("pointermove", {...at, pointerType: "mouse"}));
        await new Promise(done => requestAnimationFrame(() => setTimeout(done)));
        times.push(performance.now() - start);
    }
    return times;
}"""
# A new stroke, and all that follows from it.
DRAW = """async ([view, moves]) => {
    const times = [];
    for (let n = 0; n < moves; n++) {
        const start = performance.now();
        View.stroke(view.image, [[5 + n % 18, 6], [20 - n % 12, 20]]);
        await view.read();
        await new Promise(done => requestAnimationFrame(() => setTimeout(done)));
        times.push(performance.now() - start);
    }
    return times;
}"""
FILTER = """async ([view, moves]) => {
    const times = [], names = Object.keys(view.presets(5));
    for (let n = 0; n < moves; n++) {
        const start = performance.now();
        view.setFilter(names[n % names.length], 5);
        view.draw();
        await new Promise(done => requestAnimationFrame(() => setTimeout(done)));
        times.push(performance.now() - start);
    }
    return times;
}"""


def measure(page, moves):
    """Times by what was done."""
    handle = page.evaluate_handle
    found = {
        "pointer over a digit": page.evaluate(MOVE, [handle("explorer.canvases.map"), moves]),
        "another 5 × 5 filter": page.evaluate(FILTER, [handle("explorer"), moves]),
    }
    page.evaluate(f"explorer.setOwn(Numbers.zeros(3, {PIXELS}, {PIXELS})); explorer.draw()")
    canvas = handle("explorer.canvases.map")
    found[f"pointer over {PIXELS} × {PIXELS} in colour"] = page.evaluate(MOVE, [canvas, moves])
    found["another filter on that"] = page.evaluate(FILTER, [handle("explorer"), moves])
    page.get_by_role("button", name="A network").click()
    canvas = handle("network.layers[3].canvases[5]")
    found["pointer over a map of the network"] = page.evaluate(MOVE, [canvas, moves])
    found["a stroke, read by the network"] = page.evaluate(DRAW, [handle("network"), moves])
    return found


def in_a_notebook(browser, folder, moves):
    """The same stroke, read by one's own layers in the kernel of a notebook in JupyterLab."""
    source = f"{NETWORK}\nnetwork_view(Network(), params)"
    cell = nbformat.v4.new_code_cell(f"import sys; sys.path.insert(0, {str(ROOT)!r})\n{source}")
    notebook = nbformat.v4.new_notebook(cells=[cell], metadata={"kernelspec": KERNEL})
    (folder / "student").mkdir()
    nbformat.write(notebook, folder / "student" / "network.ipynb")
    with jupyter_lab(folder / "student", folder / "jupyter") as url:
        page = browser.new_page()
        page.goto(url("lab/tree/network.ipynb"))
        frame = page.locator("iframe")
        while frame.count() == 0:  # what is run before the kernel is there is dropped
            page.locator(".jp-Notebook .cm-content").first.click()
            page.keyboard.press("Control+Enter")
            page.wait_for_timeout(2000)
        body = frame.content_frame.locator("body")
        body.evaluate("() => new Promise(done => setTimeout(done, 1000))")
        return body.evaluate(f"(_, moves) => ({DRAW})([network, moves])", moves)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split(":")[0])
    parser.add_argument("--moves", type=int, default=60, help="of each kind (default: 60)")
    moves = parser.parse_args().moves
    if CHROMIUM is None:
        sys.exit("Needs Chromium: there is none on PATH.")
    with tempfile.TemporaryDirectory() as folder, open_browser(Path(folder)) as browser:
        write_page(Path(folder) / "page.html")
        page = browser.new_page()
        page.goto((Path(folder) / "page.html").as_uri())
        print(f"{'milliseconds':38} median   95 %")
        found = measure(page, moves)
        found["the same, by one's own layers"] = in_a_notebook(browser, Path(folder), moves)
        for what, times in found.items():
            high = statistics.quantiles(times, n=20)[-1]
            print(f"{what:38} {statistics.median(times):6.0f} {high:6.0f}")


if __name__ == "__main__":
    main()
