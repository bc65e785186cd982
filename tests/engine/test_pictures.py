"""Pictures and texts that were handed in are not lost."""

import base64
import io

import nbformat
import pytest
from PIL import Image
from tiny import answered, code, name_of

from grading.engine.pictures import drawn_anew, take_out, with_plain_names
from grading.engine.plan import make_plan, plan_cells
from grading.engine.read import MAX_SOURCE, Raw
from grading.pages.untrusted_html import render_text


def picture(form="PNG", size=(40, 30), noise=False):
    made = Image.effect_noise(size, 90).convert("RGB") if noise else Image.new("RGB", size, "red")
    file = io.BytesIO()
    made.save(file, form)
    return base64.b64encode(file.getvalue()).decode()


@pytest.mark.parametrize("form", ["PNG", "JPEG", "GIF"])
def test_pictures_are_drawn_anew_and_look_as_before(form):
    kind, content = drawn_anew(f"image/{form.lower()}", picture(form))
    assert kind == f"image/{form.lower()}"
    with Image.open(io.BytesIO(base64.b64decode(content))) as shown:
        assert shown.size == (40, 30)
        red, green, blue = shown.convert("RGB").getpixel((5, 5))
        assert red > 200 > 60 > max(green, blue)


def test_what_is_no_picture_is_none():
    assert drawn_anew("image/png", base64.b64encode(b"<svg onload=alert(1)>").decode()) is None
    assert drawn_anew("image/svg+xml", picture()) is None
    assert drawn_anew("image/png", "no base64") is None
    assert drawn_anew("image/png", picture()[:40]) is None


@pytest.mark.parametrize(
    "text",
    [
        "See ![my graph](data:image/png;base64,{0}) here.",
        'See <img src="data:image/png;base64,{0}" alt="my graph" width=200> here.',
        "See ![][image1] here.\n\n[image1]: data:image/png;base64,{0}",
        "See ![][image1] here.\n\n[image1]: <data:image/png;base64,{0}>",
    ],
)
def test_a_picture_within_a_text_is_shown_on_the_page(text):
    source, found = take_out(text.format(picture()))
    ((name, content),) = found.items()
    ((kind, data),) = content.items()
    page = render_text(source, ((name, *drawn_anew(kind, data)),))
    assert 'src="data:image/png;base64,' in page
    assert "See" in page
    assert len(source) < 200


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("my graph.png", "my%20graph.png"),
        ("my graph.png", "my graph.png"),
        ("my%20graph.png", "my%20graph.png"),
        ("graph (1).jpg", "graph%20(1).jpg"),
        ("graph (1).jpg", "graph%20%281%29.jpg"),
        ("graph[2].png", "graph[2].png"),
        ("Grafik_\u00fc.png", "Grafik_%C3%BC.png"),
        ("plain.png", "plain.png"),
    ],
)
def test_attachments_of_any_name_are_shown(name, written):
    content = {"image/png": picture()}
    source, found = with_plain_names(f"![x](attachment:{written})", {name: content})
    ((plain, data),) = found.items()
    assert source == f"![x](attachment:{plain})"
    assert "data:image/png" in render_text(source, ((plain, *next(iter(data.items()))),))


def plan(course_notebook, teacher):
    import json

    data = json.dumps(course_notebook).encode()
    return make_plan((("tiny.ipynb", data),), "tiny", teacher)


@pytest.fixture(scope="module")
def lab(tmp_path_factory):
    from quick import release

    from grading.records.instructor import instructors_notebook
    from grading.records.nbgrader import nbgrader_api

    folder = tmp_path_factory.mktemp("class")
    release(folder)
    return folder, nbformat.reads(instructors_notebook(nbgrader_api(folder), "tiny"), as_version=4)


def why_of(made):
    marks = [(c, c.metadata.get("nbgrader", {})) for c in made.notebook.cells]
    return next(c for c, mark in marks if mark.get("grade_id") == "why")


def test_two_megabytes_pasted_into_an_answer_cost_nothing(lab):
    folder, teacher = lab
    pasted = picture(size=(1400, 1100), noise=True)
    assert len(pasted) > 1 << 20
    notebook = answered(folder)
    why = next(
        c for c in notebook["cells"] if c["metadata"].get("nbgrader", {}).get("grade_id") == "why"
    )
    why["source"] = f"Look: ![graph](data:image/png;base64,{pasted})"
    notebook["cells"].append({"cell_type": "markdown", "metadata": {}, "source": why["source"] * 2})
    made = plan(notebook, teacher)
    assert made.remarks == []
    assert why_of(made).attachments
    assert [c.name for c in made.cells if c.kind == "test"]
    assert "return 2 * x" in "".join(c.source for c in made.cells)


def test_limits_of_size_cost_texts_before_code(lab):
    folder, teacher = lab
    notebook = answered(folder)
    notebook["cells"].append({"cell_type": "markdown", "metadata": {}, "source": "x " * MAX_SOURCE})
    notebook["cells"].append(code("mine = 1"))
    made = plan(notebook, teacher)
    sources = [c.source for c in made.cells]
    assert "mine = 1" in sources
    assert any("return 2 * x" in source for source in sources)
    assert "1 cells of text were left out" in made.remarks[0]


def test_a_picture_that_cannot_be_shown_is_told(lab):
    folder, teacher = lab
    notebook = answered(folder)
    notebook["cells"][-1]["source"] = "![a](attachment:a.svg) ![b](attachment:b.png)"
    notebook["cells"][-1]["attachments"] = {"a.svg": {"image/svg+xml": "<svg/>"}}
    made = plan(notebook, teacher)
    assert any("a.svg is not a valid PNG, JPEG or GIF" in remark for remark in made.remarks)
    assert any("b.png is not in the file" in remark for remark in made.remarks)


@pytest.mark.parametrize("stub", [True, False], ids=["stub left", "mark lost"])
@pytest.mark.parametrize("parts", [1, 2])
def test_an_answer_that_lost_its_cell_is_offered_to_a_person(lab, stub, parts):
    folder, teacher = lab
    notebook = answered(folder)
    at = next(
        i for i, c in enumerate(notebook["cells"])
        if c["metadata"].get("nbgrader", {}).get("grade_id") == "why"
    )  # fmt: skip
    mine = [
        {"cell_type": "markdown", "metadata": {}, "source": f"My answer, part {n}."}
        for n in range(parts)
    ]
    blank = next(cell.source for cell in teacher.cells if name_of(cell) == "why")
    notebook["cells"][at]["source"] = blank
    notebook["cells"][at : at + 1] = ([notebook["cells"][at]] if stub else []) + mine
    made = plan(notebook, teacher)
    for n in range(parts):
        assert f"My answer, part {n}." in why_of(made).source
    assert any("was not in its own cell" in r or "without their marks" in r for r in made.remarks)


def test_pictures_that_are_missing_by_the_thousand_make_a_few_remarks():
    teacher = nbformat.v4.new_notebook(cells=[nbformat.v4.new_markdown_cell("a lab")])
    cells = [
        Raw("markdown", "".join(f"![a](attachment:a{n}{i}.png)" for n in range(40)))
        for i in range(40)
    ]
    plan = plan_cells(cells, teacher, [])
    assert len([remark for remark in plan.remarks if "picture" in remark]) <= 6
    assert "1595 more pictures are left out." in plan.remarks
    assert not any("attachment:" in cell.source for cell in plan.notebook.cells)


def test_an_answer_that_is_put_together_keeps_the_pictures_of_each_part(lab):
    red, noise = ({"image/png": picture(noise=noise)} for noise in (False, True))
    parts = [
        Raw("markdown", "![](attachment:image.png)", "why", pictures={"image.png": content})
        for content in (red, noise, red)
    ]
    made = plan_cells(parts, lab[1], [])
    answer = why_of(made)
    assert answer.source == "![](attachment:image.png)\n\n![](attachment:1-image.png)"
    assert answer.attachments["image.png"] != answer.attachments["1-image.png"]
