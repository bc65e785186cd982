"""The explorer and the network view, as Python sees them: what they take, and what they show."""

import base64
import io
import subprocess
import sys
import time

import nbformat
import numpy as np
import pytest
from nbclient import NotebookClient
from nbconvert import HTMLExporter
from PIL import Image

from grading.authoring import shipped_network
from grading.engine.nursery import Nursery
from grading.engine.student_handle import Child
from grading.paths import ROOT
from lib import explorer, web
from lib.explorer import digits, explore
from lib.network_view import WEIGHTS, network_view

FOUR = digits(1)[4, 0] / 255
NETWORK = """
import numpy as np
from lib.network_view import WEIGHTS, network_view

class Conv2D:
    def forward(self, X, w, b):
        windows = np.lib.stride_tricks.sliding_window_view(X, w.shape[2:], axis=(2, 3))
        return np.einsum("nchwij,ocij->nohw", windows, w) + b[:, None, None]

class ReLU:
    def forward(self, X):
        return np.maximum(X, 0)

class MaxPool2D:
    size = stride = 2
    def forward(self, X):
        N, C, H, W = X.shape
        return X.reshape(N, C, H // 2, 2, W // 2, 2).max(axis=(3, 5))

class Flatten:
    def forward(self, X):
        return X.reshape(len(X), -1)

class Dense:
    def forward(self, X, W, b):
        return X @ W + b

class Network:
    steps = [[Conv2D(), "w1", "b1"], [ReLU()], [MaxPool2D()], [Conv2D(), "w2", "b2"], [ReLU()],
             [MaxPool2D()], [Flatten()], [Dense(), "W3", "b3"]]

params = dict(np.load(WEIGHTS))
"""


def pixels(png):
    with Image.open(io.BytesIO(png)) as picture:
        return np.asarray(picture.convert("RGB")) / 255


# What is taken


@pytest.mark.parametrize(
    ("X", "message"),
    [
        (np.zeros((4, 9)), "an image from 5 × 5 to 256 × 256, got 4 × 9"),
        (np.zeros((300, 9)), "to 256 × 256, got 300 × 9"),
        (np.zeros((2, 28, 28)), r"\(H, W\) or \(H, W, 3\), got shape \(2, 28, 28\)"),
        (FOUR * 255, "values from 0 to 1, got 0 to 255: scale them"),
        (FOUR - 1, "values from 0 to 1, got -1 to 0"),
        (FOUR * np.nan, "finite real numbers"),
        (FOUR * 1j, "finite real numbers in the image, got complex128"),
        (np.full((9, 9), "x"), "finite real numbers"),
    ],
)
def test_what_is_no_image_is_refused_in_words(X, message):
    with pytest.raises(ValueError, match=message):
        explore(X)


@pytest.mark.parametrize(
    ("X", "w", "message"),
    [
        (None, np.zeros(9), r"a filter \(KH, KW\), got shape \(9,\)"),
        (None, np.zeros((8, 3)), "a filter of at most 7 × 7, got 8 × 3"),
        (np.zeros((6, 9)), np.zeros((7, 7)), "a filter of at most 6 × 7, got 7 × 7"),
        (np.zeros((9, 9, 3)), np.zeros((2, 3, 3)), r"or \(3, KH, KW\), got shape \(2, 3, 3\)"),
        (None, np.full((3, 3), -1000), "weights from -999 to 999, got -1000"),
        (None, np.full((3, 3), np.inf), "finite real numbers in the filter"),
        (None, np.zeros((0, 3)), "a filter"),
    ],
)
def test_what_is_no_filter_is_refused_in_words(X, w, message):
    with pytest.raises(ValueError, match=message):
        explore(X, w)


def test_an_image_is_copied_and_uint8_is_scaled():
    X = np.rint(FOUR * 255).astype(np.uint8)[::-1]
    np.testing.assert_allclose(explorer._image(X)[0], FOUR[::-1])
    assert not np.shares_memory(explorer._image(FOUR), FOUR)
    colour = np.random.default_rng(0).random((7, 9, 3))
    np.testing.assert_array_equal(explorer._image(colour), colour.transpose(2, 0, 1))


def test_no_text_of_the_data_can_end_the_script():
    made = web.page("t", "", (), "", given="</script><script>alert(1)</script>")
    assert made.count("</script>") == 1


def test_the_picture_that_comes_along_is_the_one_that_its_script_draws(tmp_path):
    script = ROOT / "lib" / "data" / "make_photo.py"
    code = f"import runpy, sys; runpy.run_path({str(script)!r})['make'](sys.argv[1])"
    subprocess.run([sys.executable, "-c", code, str(tmp_path / "photo.png")], check=True)
    np.testing.assert_array_equal(
        pixels((tmp_path / "photo.png").read_bytes()), pixels(explorer.PHOTO.read_bytes())
    )


def test_the_network_that_comes_along_reads_held_out_digits_and_began_as_lab_7_begins():
    names = {}
    exec(NETWORK, names)
    (_, (X, labels)) = explorer.load_bundle()
    out = X[:, None] / 255
    for layer, *weights in names["Network"].steps:
        out = layer.forward(out, *(names["params"][name] for name in weights))
    assert np.mean(out.argmax(axis=1) == labels) >= 0.97
    with np.load(WEIGHTS) as file:
        start = np.random.default_rng(1).normal(scale=np.sqrt(2 / 25), size=(8, 1, 5, 5))
        np.testing.assert_allclose(file["w1_start"], start, rtol=1e-6)
    assert shipped_network.LAST in (ROOT / "grading/labs/lab7_train_cnn.py").read_text()


def test_a_layer_whose_answer_is_none_is_named():
    class Nothing:
        def forward(self, X):
            return None

    class Network:
        steps = ([Nothing()],)

    with pytest.raises(ValueError, match=r"Nothing\.forward: expected an array .* got NoneType"):
        network_view(Network(), {})


# What is shown


def test_outside_a_notebook_nothing_is_shown(capsys):
    assert explore() is None
    assert capsys.readouterr() == ("", "")


def test_it_imports_without_scipy_and_without_ipywidgets():
    code = (
        "import sys, lib.explorer, lib.network_view;"
        "print({'scipy', 'ipywidgets'} & set(sys.modules))"
    )
    result = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert result.stdout == "set()\n"


CELLS = {
    "explorer": "from lib.explorer import explore; explore()",
    "own": "import numpy as np\nexplore(np.eye(9), np.array([[1., 0], [0, -2], [3, 4]]))",
    "network": NETWORK + "network_view(Network(), params)",
    "no widgets": "import sys; sys.modules['ipywidgets'] = None\nnetwork_view(Network(), params)",
}


@pytest.fixture(scope="module")
def notebook(tmp_path_factory):
    """A notebook that a kernel ran without anybody watching."""
    nb = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(c) for c in CELLS.values()])
    with pytest.MonkeyPatch.context() as patch:
        for name in ("IPYTHONDIR", "JUPYTER_RUNTIME_DIR"):
            patch.setenv(name, str(tmp_path_factory.mktemp(name)))
        NotebookClient(
            nb, timeout=600, kernel_name="python3", resources={"metadata": {"path": str(ROOT)}}
        ).execute()
    return nb


def shown(notebook, cell):
    return notebook.cells[list(CELLS).index(cell)].outputs[-1]


@pytest.mark.parametrize("cell", CELLS)
def test_a_picture_comes_along_in_words_and_as_png(notebook, cell):
    output = shown(notebook, cell)
    assert pixels(base64.b64decode(output.data["image/png"])).std() > 0.05
    if cell != "network":
        assert output.data["text/plain"] == output.metadata["image/png"]["alt"]


def test_the_words_say_what_the_picture_shows(notebook):
    words = shown(notebook, "explorer").data["text/plain"]
    assert "activation map, from -3.99 to 3.99" in words
    words = shown(notebook, "own").data["text/plain"]
    assert "An image, 9 × 9, a filter, 3 × 2," in words
    assert "reads a 4" in shown(notebook, "no widgets").data["text/plain"]


def test_where_there_are_no_widgets_the_network_says_so(notebook):
    outputs = notebook.cells[3].outputs
    assert "install ipywidgets" in outputs[0].text
    assert sorted(outputs[1].data) == ["image/png", "text/plain"]


@pytest.mark.filterwarnings("ignore::UserWarning")  # of nbconvert, for it overlooks alt text
def test_an_exported_page_holds_the_explorer_and_the_picture_in_its_place(notebook):
    nb = nbformat.from_dict(notebook)
    nb.cells = nb.cells[:1]
    page, _ = HTMLExporter().from_notebook_node(nb)
    assert "<iframe srcdoc=" in page
    assert shown(notebook, "explorer").data["image/png"].strip()[:500] in page.replace("\n", "")


def test_in_the_graders_sandbox_there_is_the_picture_and_nothing_that_runs():
    nursery = Nursery((), False)
    try:
        child = Child(nursery, seed=1)
        child.begin(time.monotonic() + 600)
        (output,) = child.run("from lib.explorer import explore; explore()")
        child.end()
    finally:
        nursery.close()
    assert output["output_type"] == "display_data"
    assert sorted(output["data"]) == ["image/png", "text/plain"]
