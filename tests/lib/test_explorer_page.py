"""The page of its own, in a real browser: its numbers are NumPy's, and every hand reaches them."""

import numpy as np
import pytest
from browser import CHROMIUM, open_browser
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image
from playwright.sync_api import expect
from scipy.signal import correlate2d
from thorough import examples

from lib.explorer import digits, main, write_page
from lib.network_view import WEIGHTS

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="needs Chromium: there is none on PATH")
CAMERA = ("--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream")
NETWORK = """() => {
    const plain = ({shape, values}) => ({shape, values: Array.from(values)});
    return {X: plain(network.shown), p: network.p, outputs: network.outputs.map(plain)};
}"""
FOCUSED = """() => {
    const here = document.activeElement;
    return here.getAttribute("aria-label") || here.innerText || here.parentElement.innerText;
}"""
STATE = """() => {
    const plain = ({shape, values}) => ({shape: Array.from(shape), values: Array.from(values)});
    return {X: plain(explorer.X), w: plain(explorer.w), A: plain(explorer.A),
            out: plain(explorer.out), at: explorer.at, total: explorer.total};
}"""


@pytest.fixture(scope="module")
def file(tmp_path_factory):
    path = tmp_path_factory.mktemp("page") / "explorer.html"
    write_page(path)
    return path


@pytest.fixture(scope="module")
def browser(tmp_path_factory):
    with open_browser(tmp_path_factory.mktemp("browser"), *CAMERA) as browser:
        yield browser


@pytest.fixture(scope="module")
def tab(browser):
    """A tab for all tests, that asks nothing of the network: to open one takes 0.2 s of CPU."""
    page = browser.new_page()
    page.route("http*://**", lambda route: route.abort())
    yield page
    page.close()


@pytest.fixture
def page(file, tab):
    errors = []
    note = lambda error: errors.append(error)  # noqa: E731
    tab.on("pageerror", note)
    tab.mouse.move(0, 0)
    tab.goto("about:blank")  # or the page would be where it was scrolled to
    tab.goto(file.as_uri())
    yield tab
    tab.remove_listener("pageerror", note)
    assert errors == []


def array(x):
    return np.array(x["values"]).reshape(x["shape"])


def state(page):
    return {k: array(v) if isinstance(v, dict) else v for k, v in page.evaluate(STATE).items()}


def expected_map(X, w, stride=1, padding=0):
    P = np.pad(X, ((0, 0), (padding, padding), (padding, padding)))
    A = sum(correlate2d(x, f, mode="valid") for x, f in zip(P, w, strict=True))
    return A[::stride, ::stride]


def pooled(A, size):
    H, W = (n // size for n in A.shape)
    return A[: H * size, : W * size].reshape(H, size, W, size).max(axis=(1, 3))


# The numbers


@settings(
    max_examples=examples(25),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(data=st.data())
def test_map_relu_and_pooling_are_those_of_numpy(page, data):
    channels = data.draw(st.sampled_from([1, 3]))
    H, W = data.draw(st.tuples(st.integers(7, 19), st.integers(7, 19)))
    KH, KW = data.draw(st.tuples(st.integers(1, 5), st.integers(1, 5)))
    stride, padding, pool = (data.draw(st.integers(*ends)) for ends in ((1, 3), (0, 3), (1, 3)))
    generator = np.random.default_rng(data.draw(st.integers(0, 9999)))
    X = generator.random((channels, H, W))
    w = generator.normal(size=(channels, KH, KW))
    page.evaluate(
        """([X, w, stride, padding, relu, pool]) => {
            const typed = ({shape, values}) => ({shape, values: Float64Array.from(values)});
            explorer.setOwn(typed(X));
            explorer.w = typed(w);
            Object.assign(explorer, {stride, padding, relu, pool});
            explorer.draw();
        }""",
        [
            {"shape": X.shape, "values": X.ravel().tolist()},
            {"shape": w.shape, "values": w.ravel().tolist()},
            stride,
            padding,
            True,
            pool,
        ],
    )
    A, found = expected_map(X, w, stride, padding), state(page)
    np.testing.assert_allclose(found["A"][0], A, atol=1e-6)
    out = np.maximum(A, 0)
    fits = min(A.shape) >= pool
    np.testing.assert_allclose(found["out"][0], pooled(out, pool) if fits else out, atol=1e-6)
    row, column = found["at"]
    assert abs(found["total"] - A[row, column]) < 1e-6


def test_the_numbers_that_stand_on_the_page_are_those_of_numpy(page):
    X, w = digits(1)[4, 0] / 255, np.outer([1, 2, 1], [1, 0, -1])
    page.get_by_label("row", exact=False).first.focus()
    page.evaluate("explorer.look(9, 10)")
    read = page.locator("#explorer table.numbers td").all_inner_texts()
    shown = np.array([float(text.replace("−", "-")) for text in read]).reshape(2, 3, 3)
    np.testing.assert_allclose(shown[0], X[9:12, 10:13], atol=0.005001)
    np.testing.assert_allclose(shown[1], X[9:12, 10:13] * w, atol=0.005001)
    total = page.locator(".sum").inner_text()
    assert total.endswith("= map[9, 10]")
    found = float(total.split()[1].replace("−", "-"))
    np.testing.assert_allclose(found, correlate2d(X, w, "valid")[9, 10], atol=0.0005001)


def test_the_network_computes_what_numpy_does_for_whatever_is_drawn(page):
    page.get_by_role("button", name="A network").click()
    canvas = page.get_by_label("the digit: draw here")
    page.get_by_role("button", name="Clear").last.click()
    box = canvas.bounding_box()
    page.mouse.move(box["x"] + 70, box["y"] + 40)
    page.mouse.down()
    page.mouse.move(box["x"] + 180, box["y"] + 40, steps=4)
    page.mouse.move(box["x"] + 110, box["y"] + 210, steps=4)
    page.mouse.up()
    read = page.evaluate(NETWORK)
    X = array(read["X"])
    assert 20 < (X > 0.5).sum() < 200
    with np.load(WEIGHTS) as file:
        p = {name: file[name].astype(float) for name in file.files}
    expected = [
        np.stack([expected_map(X, w) for w in p["w1"]]) + p["b1"][:, None, None],
    ]
    expected.append(np.maximum(expected[-1], 0))
    expected.append(np.stack([pooled(x, 2) for x in expected[-1]]))
    expected.append(
        np.stack([expected_map(expected[-1], w) for w in p["w2"]]) + p["b2"][:, None, None]
    )
    expected.append(np.maximum(expected[-1], 0))
    expected.append(np.stack([pooled(x, 2) for x in expected[-1]]))
    expected.append(expected[-1].ravel())
    expected.append(expected[-1] @ p["W3"] + p["b3"])
    for got, want in zip(read["outputs"], expected, strict=True):
        np.testing.assert_allclose(array(got), want, atol=1e-6)
    e = np.exp(expected[-1] - expected[-1].max())
    np.testing.assert_allclose(read["p"], e / e.sum(), atol=1e-6)
    assert np.argmax(read["p"]) == 7


def test_every_number_of_the_network_is_what_its_parts_make(page):
    page.get_by_role("button", name="A network").click()
    generator = np.random.default_rng(3)
    for layer in range(8):
        for _ in range(10):
            at = [layer, *generator.integers(0, 400, size=3).tolist()]
            value, made = page.evaluate(
                "at => { network.look(...at); return [network.value, network.made]; }", at
            )
            np.testing.assert_allclose(made, value, atol=1e-6)
    assert "does it compute what its name says" not in page.locator(".detail").inner_text()


def test_a_layer_that_computes_something_else_is_pointed_out(page):
    page.get_by_role("button", name="A network").click()
    page.evaluate("network.outputs[0].values.fill(7); network.look(0, 1, 2, 3)")
    expect(page.locator(".detail")).to_contain_text("does it compute what its name says?")


# The hands


def test_the_window_follows_the_pointer_and_a_click_holds_it(page):
    def hover(canvas, across, down):
        box = canvas.bounding_box()
        page.mouse.move(box["x"] + across * box["width"], box["y"] + down * box["height"])

    image = page.get_by_role("img", name="image, 28 × 28")
    map_ = page.get_by_role("img", name="activation map")
    hover(map_, 10.5 / 26, 4.5 / 26)
    assert state(page)["at"] == [4, 10]
    hover(image, 14.5 / 28, 20.5 / 28)
    assert state(page)["at"] == [19, 13]
    page.mouse.down()
    page.mouse.up()
    hover(map_, 0.5, 0.5)
    assert state(page)["at"] == [19, 13]
    expect(page.get_by_text("click a picture once more")).to_be_visible()
    page.mouse.down()
    page.mouse.up()
    hover(map_, 0.5 / 26, 0.5 / 26)
    assert state(page)["at"] == [0, 0]


def test_it_plays_and_stops(page):
    page.evaluate("explorer.look(0, 0)")
    page.get_by_role("button", name="Play").click()
    page.wait_for_function("explorer.at[1] > 3")
    page.get_by_role("button", name="Stop").click()
    at = state(page)["at"]
    page.wait_for_timeout(300)
    assert state(page)["at"] == at
    page.evaluate("explorer.look(25, 24)")
    page.get_by_role("button", name="Play").click()
    expect(page.get_by_role("button", name="Play")).to_be_visible()  # it ends by itself
    assert state(page)["at"] == [25, 25]


def test_the_keyboard_alone_chooses_filters_weights_and_positions(page):
    page.locator("body").press("Tab")
    reached = []
    for _ in range(60):
        reached.append(page.evaluate(FOCUSED))
        page.keyboard.press("Tab")
    text = "\n".join(reached)
    for control in (
        "image",
        "filter",
        "stride",
        "padding",
        "ReLU",
        "max pooling",
        "Play",
        "row 0, column 0",
        "activation map",
    ):
        assert control in text
    page.get_by_label("filter", exact=True).select_option("identity")
    weight = page.get_by_label("row 0, column 1", exact=True)
    weight.fill("-2.5")
    weight.press("Enter")
    assert state(page)["w"][0, 0].tolist() == [0, -2.5, 0]
    expect(page.get_by_label("filter", exact=True)).to_have_value("own")
    page.evaluate("explorer.look(5, 5)")
    row = page.locator("input[type=range]").nth(1)
    row.press("ArrowRight")
    assert state(page)["at"] == [6, 5]
    canvas = page.get_by_role("img", name="activation map")
    canvas.press("ArrowDown")
    canvas.press("ArrowLeft")
    assert state(page)["at"] == [7, 4]


def test_a_weight_that_is_not_taken_is_refused_aloud(page):
    before = state(page)["w"].tolist()
    weight = page.get_by_label("row 1, column 1", exact=True)
    taken = str(before[0][1][1])
    for text in ("1000", "nonsense", "-1e9", ""):
        weight.fill(text)
        weight.press("Enter")
        expect(page.get_by_role("alert")).to_contain_text(
            "Weights go from −999 to 999" if text[-1:].isdigit() else "is no number"
        )
        expect(weight).to_have_attribute("aria-invalid", "true")
        assert state(page)["w"].tolist() == before
        weight.fill(taken)
        weight.press("Enter")
        expect(weight).to_have_attribute("aria-invalid", "false")


def test_a_photograph_keeps_its_size_and_its_colours(page, tmp_path):
    picture = Image.new("RGB", (120, 90), (255, 102, 0))
    picture.paste((0, 0, 255), (0, 0, 60, 90))
    picture.save(tmp_path / "photo.png")
    page.get_by_label("photographs as").select_option("colour")
    page.get_by_label("upload").set_input_files(tmp_path / "photo.png")
    page.wait_for_function("explorer.X.shape[0] === 3")
    X = np.asarray(picture).transpose(2, 0, 1) / 255
    np.testing.assert_allclose(state(page)["X"], X, atol=1e-6)
    np.testing.assert_allclose(state(page)["A"][0], expected_map(X, state(page)["w"]), atol=1e-6)
    Image.new("L", (1024, 512), 128).save(tmp_path / "large.png")
    page.get_by_label("photographs as").select_option("grey")
    page.get_by_label("upload").set_input_files(tmp_path / "large.png")
    page.wait_for_function("explorer.X.shape[0] === 1")
    assert state(page)["X"].shape == (1, 128, 256)
    (tmp_path / "text.png").write_text("no picture")
    page.get_by_label("upload").set_input_files(tmp_path / "text.png")
    expect(page.get_by_role("alert")).to_contain_text("text.png cannot be read as a picture")


def test_ink_on_paper_becomes_a_digit_as_mnist_has_them(page, tmp_path):
    paper = Image.new("RGB", (300, 200), "white")
    paper.paste((0, 0, 0), (140, 50, 160, 150))
    paper.save(tmp_path / "paper.png")
    page.get_by_label("photographs as").select_option("digit")
    page.get_by_label("upload").set_input_files(tmp_path / "paper.png")
    page.wait_for_function("explorer.imageName === 'own'")
    X = state(page)["X"][0]
    assert X.shape == (28, 28)
    assert X[14, 14] > 0.9
    assert X[0].max() < 0.1


def test_the_camera_is_seen_live_and_can_be_stopped(page):
    page.get_by_role("button", name="Use the camera").click()
    page.wait_for_function("explorer.imageName === 'own' && explorer.X.shape[1] > 28")
    assert max(state(page)["X"].shape) <= 128
    page.get_by_role("button", name="Stop the camera").click()
    assert page.evaluate("explorer.stream") is None


def test_the_grey_scale_can_be_held(page):
    before = page.evaluate("explorer.limits")
    page.get_by_label("hold the grey scale").check()
    page.get_by_label("image", exact=True).select_option("digit 1")
    assert page.evaluate("explorer.limits") == before
    expect(page.locator(".scale").nth(1)).to_contain_text("held")
    page.get_by_label("hold the grey scale").uncheck()
    assert page.evaluate("explorer.limits") != before


def test_a_finger_moves_the_window_and_draws(file, browser):
    context = browser.browser.new_context(
        viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True
    )
    page = context.new_page()
    page.goto(file.as_uri())
    map_ = page.get_by_role("img", name="activation map")
    map_.scroll_into_view_if_needed()
    box = map_.bounding_box()
    page.touchscreen.tap(box["x"] + box["width"] * 3.5 / 26, box["y"] + box["height"] * 8.5 / 26)
    assert state(page)["at"] == [8, 3]
    page.get_by_label("pointer").first.select_option("draw")
    page.get_by_role("button", name="Clear").first.click()
    image = page.get_by_role("img", name="image, 28")
    image.scroll_into_view_if_needed()
    box = image.bounding_box()
    page.touchscreen.tap(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    assert state(page)["X"].sum() > 3
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    context.close()


def test_a_slider_stands_on_the_line_of_what_is_beside_it(page):
    def middle(name):
        box = page.get_by_label(name, exact=True).first.bounding_box()
        return box["y"] + box["height"] / 2

    assert middle("which") == pytest.approx(middle("image"), abs=1)
    assert middle("row") == pytest.approx(middle("column"), abs=1)
    play = page.get_by_role("button", name="Play").bounding_box()
    assert middle("row") == pytest.approx(play["y"] + play["height"] / 2, abs=1)


def test_what_changed_can_be_heard(page):
    status = page.get_by_role("status").first
    page.evaluate("explorer.look(2, 3)")
    expect(status).to_contain_text("At row 2, column 3: window")
    page.get_by_role("button", name="A network").click()
    page.get_by_label("digit", exact=True).select_option("7")
    expect(page.get_by_role("status").last).to_contain_text("It reads a 7")


# The file


def test_the_page_is_small_and_the_same_each_time(file, tmp_path, capsys):
    assert file.stat().st_size < 400_000
    assert main(["--html", str(tmp_path / "again.html")]) == 0
    assert (tmp_path / "again.html").read_bytes() == file.read_bytes()
    assert "open it in any browser" in capsys.readouterr().out
    assert main(["--html", str(tmp_path / "no" / "folder.html")]) == 1
    assert "cannot be written" in capsys.readouterr().err
