"""A notebook that is opened alone finds `lib`, or says in one sentence what to do."""

import shutil
import ssl
import subprocess
import threading
import zipfile
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import nbformat
import pytest
import student

from grading.__main__ import main
from grading.authoring.first_cell import Address, address_of_lib, let_it_find_lib, lib_zip
from grading.authoring.handout import handout
from grading.authoring.release import release
from grading.authoring.source import source_notebook
from grading.paths import ROOT, Problem, lab_names

LAB = "lab1_dot"
FIND = "\nimport lib.checking, pathlib, sys\nprint(pathlib.Path(lib.__file__).parent.parent)"


@pytest.fixture(scope="module")
def zipped(tmp_path_factory):
    path = tmp_path_factory.mktemp("handout") / "convolution.zip"
    handout(path, [LAB])
    return path


def search(address=None):
    """The search of a lab's first cell, without the lab's own lines below it."""
    notebook = source_notebook(LAB, address=address)
    setup = next(cell for cell in notebook.cells if cell.id == "setup")
    return setup.source.split("\n\nimport numpy")[0]


def found(python, folder, code=None, **variables):
    """Where `lib` is found from a folder; the error's last line where it is not."""
    done = student.run(python, (code or search()) + FIND, folder, **variables)
    return done.stdout.strip() if done.returncode == 0 else done.stderr.strip().splitlines()[-1]


def unpacked(zipped, folder):
    with zipfile.ZipFile(zipped) as archive:
        archive.extractall(folder)


def test_no_lab_looks_for_lib_a_second_time():
    setups = {
        lab: c.source
        for lab in lab_names()
        for c in source_notebook(lab).cells[:4]
        if c.id == "setup"
    }
    assert list(setups) == lab_names()
    looks = search().count("checking.py")
    assert [lab for lab, source in setups.items() if source.count("checking.py") != looks] == []


def test_alone_in_an_empty_folder_it_says_in_one_sentence_what_to_do(python, tmp_path):
    said = found(python, tmp_path)
    assert said.startswith("ModuleNotFoundError: The folder `lib`")
    assert f"into the folder {tmp_path} and run this cell again." in said
    assert said.count(". ") == 0


def test_lib_beside_the_notebook_or_above_it_is_taken_first(python, tmp_path, zipped):
    unpacked(zipped, tmp_path)
    handed_out = tmp_path / "convolution"
    (handed_out / "notebooks" / LAB / "convolution.zip").write_bytes(zipped.read_bytes())
    for folder in (handed_out, handed_out / "notebooks" / LAB):
        assert found(python, folder) == str(handed_out)


@pytest.mark.parametrize("below", [".", "convolution"])
def test_lib_in_a_handout_unpacked_beside_the_notebook_is_found(python, tmp_path, zipped, below):
    unpacked(zipped, tmp_path / below)
    assert found(python, tmp_path) == str(tmp_path / below / "convolution")


@pytest.mark.parametrize("name", ["convolution.zip", "convolution (1).zip", "week 3.zip"])
def test_the_zip_beside_the_notebook_is_enough_and_nothing_is_left_behind(
    python, tmp_path, zipped, name
):
    shutil.copy(zipped, tmp_path / name)
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    assert str(temporary) in found(python, tmp_path, TMPDIR=str(temporary))
    assert list(temporary.iterdir()) == []
    assert {path.name for path in tmp_path.iterdir()} == {name, "temporary"}


def test_an_installed_lib_is_found_and_another_package_of_that_name_is_not(python, tmp_path):
    site, other = tmp_path / "site", tmp_path / "other"
    shutil.copytree(ROOT / "lib", site / "lib")
    (other / "lib").mkdir(parents=True)
    (other / "lib" / "__init__.py").touch()
    here = tmp_path / "a" / "b" / "c"
    here.mkdir(parents=True)
    code = f"import sys; sys.path.append({str(site)!r})\n{search()}"
    assert found(python, here, code) == str(site)
    assert "`lib`, which" in found(python, here, code.replace(str(site), str(other)))


def test_a_lib_that_is_there_already_stays_and_the_search_adds_no_path(python, tmp_path, zipped):
    unpacked(zipped, tmp_path)
    code = f"{search()}\nimport lib.checking, sys\nbefore = list(sys.path)\n{search()}"
    code += "\nassert sys.path == before"
    assert found(python, tmp_path, code) == str(tmp_path / "convolution")


def put(path, **files):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)


def test_zips_that_are_damaged_or_something_else_are_named_and_passed_over(
    python, tmp_path, zipped
):
    (tmp_path / "a.zip").write_bytes(zipped.read_bytes()[:-5000])
    (tmp_path / "b.zip").write_text("no zip")
    put(tmp_path / "c.zip", **{"other/lib/things.py": "x = 1"})
    put(tmp_path / "d.zip", **{"lib/checking.py": "", "lib/bomb": bytes(60_000_000)})
    (tmp_path / "e.zip").mkdir()
    with zipfile.ZipFile(tmp_path / "f.zip", "w", zipfile.ZIP_BZIP2) as archive:
        for name in ("lib/checking.py", "lib/__init__.py"):
            archive.writestr(name, "")
    said = found(python, tmp_path)
    assert "`lib`, which" in said
    assert "(In a.zip, b.zip, c.zip, d.zip, e.zip, f.zip it is not, or was cut short" in said
    shutil.copy(zipped, tmp_path / "z.zip")
    assert found(python, tmp_path).endswith("convolution")


def test_no_name_in_a_zip_leads_out_of_the_folder_it_is_unpacked_into(python, tmp_path):
    here, temporary = tmp_path / "here", tmp_path / "deep" / "temporary"
    here.mkdir()
    temporary.mkdir(parents=True)
    names = ["lib/../../../owned.py", f"lib/../../..{tmp_path}/owned.py", "lib/__init__.py"]
    put(here / "x.zip", **dict.fromkeys([*names, "lib/checking.py"], "x = 1"))
    code = f"{search()}\nimport pathlib\nunpacked = pathlib.Path({str(temporary)!r}).rglob('*')"
    done = student.run(
        python, f"{code}\nprint([p.name for p in unpacked])", here, TMPDIR=str(temporary)
    )
    assert "owned.py" in done.stdout, done.stderr
    assert list(tmp_path.rglob("owned.py")) == []


# --- fetched -----------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    """A server that speaks https, and what a client needs to believe it."""
    if shutil.which("openssl") is None:
        pytest.skip("needs openssl, to make a certificate")
    folder = tmp_path_factory.mktemp("https")
    request = "req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost"
    names = ["-addext", "subjectAltName=DNS:localhost"]
    files = ["-keyout", folder / "key.pem", "-out", folder / "cert.pem"]
    subprocess.run(["openssl", *request.split(), *names, *files], check=True, capture_output=True)

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            if self.path == "/away":
                self.send_response(302)
                self.send_header("Location", f"http://localhost:{plain.server_port}/lib.zip")
                self.end_headers()
                return
            self.send_response(200 if self.path in content else 404)
            self.end_headers()
            self.wfile.write(content.get(self.path, b""))

        def log_message(self, *_):
            pass

    content = {"/lib.zip": lib_zip(), "/other.zip": lib_zip() + b"!"}
    plain, secure = (ThreadingHTTPServer(("localhost", 0), Handler) for _ in range(2))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "cert.pem", folder / "key.pem")
    secure.socket = context.wrap_socket(secure.socket, server_side=True)
    threads = [threading.Thread(target=each.serve_forever) for each in (plain, secure)]
    for thread in threads:
        thread.start()
    yield f"https://localhost:{secure.server_port}", {"SSL_CERT_FILE": str(folder / "cert.pem")}
    for each in (plain, secure):
        each.shutdown()
        each.server_close()
    for thread in threads:
        thread.join()


def fetched(python, folder, url, believed):
    code = search(address_of_lib(url))
    done = student.run(python, code + FIND, folder, no_proxy="localhost", **believed)
    return done.stdout + done.stderr.strip()


def test_it_fetches_lib_from_the_address_that_was_set_at_release(python, tmp_path, server):
    url, believed = server
    said = fetched(python, tmp_path, f"{url}/lib.zip", believed)
    assert "lib-" in said
    assert "did not help" not in said
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/other.zip", "not the `lib` that these labs were made with"),
        ("/away", "without https"),
        ("/none.zip", "404"),
    ],
)
def test_what_is_not_the_lib_of_this_release_is_not_used(python, tmp_path, server, path, reason):
    url, believed = server
    said = fetched(python, tmp_path, url + path, believed)
    assert f"{url}{path} did not help" in said
    assert reason in said
    assert "put the zip that they came in" in said


def test_a_server_that_nobody_vouches_for_is_not_believed(python, tmp_path, server):
    said = fetched(python, tmp_path, f"{server[0]}/lib.zip", {})
    assert "certificate" in said.lower()
    assert "put the zip that they came in" in said


@pytest.mark.parametrize(
    "url", ["http://example.org/lib.zip", "file:///lib.zip", "https://", "lib.zip", "https://a b/c"]
)
def test_an_address_without_https_is_refused_at_release(url):
    with pytest.raises(Problem, match="expected https"):
        address_of_lib(url)


def test_without_an_address_no_notebook_speaks_of_the_network():
    for lab in lab_names():
        text = "".join(cell.source for cell in student.lab_notebook(lab).cells)
        assert "urlopen" not in text
        assert "find_lib(Path.cwd())" in text


def test_an_address_given_at_release_stands_in_the_notebook_with_the_hash_of_lib(tmp_path):
    address = Address('https://example.org/a"b', "12ab")
    folders = {"course": tmp_path / "course", "notebooks": tmp_path / "notebooks"}
    release([LAB], **folders, say=lambda _: None, address=address)
    notebook = nbformat.read(tmp_path / "notebooks" / LAB / f"{LAB}.ipynb", as_version=4)
    names = {}
    (setup,) = (cell.source for cell in notebook.cells if cell.id == "setup")
    exec(setup.split("find_lib(Path.cwd()")[0], names)
    assert (names["LIB_ADDRESS"], names["LIB_SHA256"]) == (address.url, address.sha256)
    assert "find_lib(Path.cwd(), fetch_lib)" in setup


def test_a_word_that_is_no_address_stops_the_release_before_anything(capsys):
    assert main(["release", LAB, "--lib-from", "http://example.org/lib.zip"]) == 1
    assert "expected https" in capsys.readouterr().err


# --- where it stands ---------------------------------------------------------------------------


def cells(*given):
    notebook = nbformat.v4.new_notebook()
    for source, mark in given:
        cell = nbformat.v4.new_code_cell(source)
        if mark:
            cell.metadata["nbgrader"] = mark
        notebook.cells.append(cell)
    return notebook


def test_only_a_given_cell_that_imports_lib_gets_the_search():
    given = {"grade_id": "setup", "locked": True, "grade": False}
    graded = given | {"grade": True}
    imports = "%matplotlib inline\nfrom lib.checking import rng"
    for mark in (None, graded):
        notebook = cells((imports, mark))
        assert let_it_find_lib(notebook) is None
        assert notebook.cells[0].source == imports
    notebook = cells(("import numpy.lib", given), (imports, given), (imports, given))
    assert let_it_find_lib(notebook) is notebook.cells[1]
    assert [("find_lib" in cell.source) for cell in notebook.cells] == [False, True, False]


def test_every_lab_begins_with_the_same_search_folded_into_one_line():
    searches = set()
    for lab in lab_names():
        code = [c for c in student.lab_notebook(lab).cells if c.cell_type == "code"]
        assert code[0].id == "setup"
        assert code[0].metadata["jupyter"] == {"source_hidden": True}
        searches.add(code[0].source.split("find_lib(Path.cwd())")[0])
    (text,) = searches
    assert len(text.splitlines()) < 60
