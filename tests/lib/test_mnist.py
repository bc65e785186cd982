"""Promises of lib.mnist: the bundled digits at once, the full set without TensorFlow.

The full set's tests run the real tensorflow-datasets on five small digits in real idx files, and
a real web server on this machine. Nothing else is contacted.
"""

import contextlib
import gzip
import hashlib
import http.server
import shutil
import socket
import struct
import subprocess
import sys
import threading

import numpy as np
import pytest

from lib import mnist, mnist_full
from lib.mnist import load_mnist

# The bundled digits


def test_the_small_set_is_2000_training_and_1000_held_out_digits_as_uint8():
    (x_train, y_train), (x_test, y_test) = load_mnist()
    assert x_train.shape == (2000, 28, 28)
    assert y_train.shape == (2000,)
    assert x_test.shape == (1000, 28, 28)
    assert y_test.shape == (1000,)
    assert {a.dtype for a in (x_train, y_train, x_test, y_test)} == {np.dtype(np.uint8)}


def test_image_2_is_mnists_own_4():
    (x_train, y_train), _ = load_mnist()
    assert y_train[:10].tolist() == [5, 0, 4, 1, 9, 2, 1, 3, 1, 4]
    # From MNIST's own file: a row of its first image, and the ink of its image 2.
    row = [0] * 12 + [3, 18, 18, 18, 126, 136, 175, 26, 166, 255, 247, 127] + [0] * 4
    assert x_train[0, 5].tolist() == row
    assert x_train[2].sum(dtype=int) == 19443


def test_every_digit_is_there_equally_often():
    (_, y_train), (_, y_test) = load_mnist()
    assert np.bincount(y_train).tolist() == [200] * 10
    assert np.bincount(y_test).tolist() == [100] * 10


def test_no_held_out_digit_is_a_training_digit_and_none_is_there_twice():
    (x_train, _), (x_test, _) = load_mnist()
    assert len({image.tobytes() for image in np.concatenate([x_train, x_test])}) == 3000


def test_the_digits_are_mixed_and_in_the_order_that_make_subset_promises():
    (x_train, y_train), (x_test, _) = load_mnist()
    for images in (x_train[10:], x_test):
        hashes = [hashlib.sha256(image.tobytes()).digest() for image in images]
        assert hashes == sorted(hashes)
    assert len(set(y_train[:50])) == 10


def test_loading_twice_gives_equal_arrays_that_share_nothing():
    first, second = load_mnist(), load_mnist()
    for (x, y), (x_again, y_again) in zip(first, second, strict=True):
        np.testing.assert_array_equal(x, x_again)
        np.testing.assert_array_equal(y, y_again)
        x[:] = 0
        assert x_again.any()


def test_it_says_which_set_and_how_many_in_one_line(capsys):
    load_mnist()
    said = capsys.readouterr().out
    assert said == (
        "MNIST, the small set that comes with the labs: 2,000 training and 1,000 test digits.\n"
    )


def test_importing_it_does_not_import_tensorflow_datasets():
    check = "import sys, lib.mnist; sys.exit('tensorflow_datasets' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", check], check=False).returncode == 0


@pytest.mark.parametrize("position", [0, 1000, -1])
def test_one_wrong_byte_in_the_bundle_is_noticed(tmp_path, monkeypatch, position):
    data = bytearray(mnist.BUNDLE.read_bytes())
    data[position] ^= 1
    damaged = tmp_path / "mnist_subset.npz"
    damaged.write_bytes(data)
    monkeypatch.setattr(mnist, "BUNDLE", damaged)
    with pytest.raises(ValueError, match=r"mnist_subset\.npz, are damaged .* Get the file again"):
        load_mnist()


def test_a_missing_bundle_is_named(tmp_path, monkeypatch):
    monkeypatch.setattr(mnist, "BUNDLE", tmp_path / "mnist_subset.npz")
    with pytest.raises(FileNotFoundError, match=r"mnist_subset\.npz, are missing"):
        load_mnist()


def test_the_bundle_comes_with_its_licence_and_authors():
    licence = (mnist.BUNDLE.parent / "LICENSE-MNIST.md").read_text(encoding="utf-8")
    assert "creativecommons.org/licenses/by-sa/3.0" in licence
    assert "Yann LeCun and Corinna Cortes" in licence


def test_a_folder_without_full_is_refused_rather_than_ignored(tmp_path):
    with pytest.raises(ValueError, match="add full=True"):
        load_mnist(folder=tmp_path)


# The full set, in small


def idx(array):
    """An array as the bytes of an idx file."""
    return struct.pack(f">BBBB{array.ndim}I", 0, 0, 8, array.ndim, *array.shape) + array.tobytes()


@pytest.fixture
def arrays():
    """By file name, like MNIST: the third training image is a 4. More than 100 of them, too."""
    rng = np.random.default_rng(7)
    labels = rng.integers(0, 10, 230, dtype=np.uint8)
    labels[2] = 4
    return {
        "train-images-idx3-ubyte": rng.integers(0, 256, (230, 28, 28), dtype=np.uint8),
        "train-labels-idx1-ubyte": labels,
        "t10k-images-idx3-ubyte": rng.integers(0, 256, (3, 28, 28), dtype=np.uint8),
        "t10k-labels-idx1-ubyte": np.array([7, 2, 1], dtype=np.uint8),
    }


@pytest.fixture
def folder(arrays, tmp_path, monkeypatch):
    """The four files, two of them zipped, for which the checksums are right."""
    folder = tmp_path / "idx"
    folder.mkdir()
    for name, array in arrays.items():
        if "images" in name:
            (folder / f"{name}.gz").write_bytes(gzip.compress(idx(array)))
        else:
            (folder / name).write_bytes(idx(array))
    checksums = {name: hashlib.sha256(idx(array)).hexdigest() for name, array in arrays.items()}
    monkeypatch.setattr(mnist_full, "SHA256", checksums)
    monkeypatch.setattr(mnist_full, "URL", "http://127.0.0.1:1/")  # nobody goes out by mistake
    monkeypatch.setenv("no_proxy", "*")
    return folder


@pytest.fixture
def data_dir(tmp_path):
    return tmp_path / "tfds"


def assert_equal_to(splits, arrays):
    got = [array for split in splits for array in split]
    for array, expected in zip(got, arrays.values(), strict=True):
        assert array.dtype == np.uint8
        np.testing.assert_array_equal(array, expected)


def files_in(data_dir):
    return [path for path in data_dir.rglob("*") if path.is_file()]


def test_the_full_set_from_a_folder_keeps_every_image_and_their_order(arrays, folder, data_dir):
    splits = load_mnist(full=True, folder=folder, data_dir=data_dir)
    assert_equal_to(splits, arrays)
    assert splits[0][1][2] == 4
    assert splits[0][0].flags.writeable
    assert "tensorflow" not in sys.modules


def test_a_second_call_needs_neither_files_nor_network(arrays, folder, data_dir, capsys):
    load_mnist(full=True, folder=folder, data_dir=data_dir)
    shutil.rmtree(folder)
    capsys.readouterr()
    assert_equal_to(load_mnist(full=True, data_dir=data_dir), arrays)
    said = capsys.readouterr()
    assert said.out.count("\n") == 1
    assert "prepared earlier in" in said.out
    assert "230 training and 3 test digits" in said.out
    assert said.err == ""


def test_it_says_where_the_full_set_came_from(folder, data_dir, capsys):
    load_mnist(full=True, folder=folder, data_dir=data_dir)
    writing, loaded = capsys.readouterr().out.splitlines()
    assert str(data_dir) in writing
    assert f"just read from {folder}: 230 training and 3 test digits." in loaded


def replace(folder, name, data):
    """Put a file in the place of one of the four, unzipped and, in a `.gz`, zipped."""
    path = folder / name
    if path.suffix == ".gz":
        data = gzip.compress(data)
    assert path.exists()
    path.write_bytes(data)


def header(*shape, start=b"\0\0\x08"):
    return start + bytes([len(shape)]) + struct.pack(f">{len(shape)}I", *shape)


@pytest.mark.parametrize(
    ("name", "data", "complaint"),
    [
        ("train-labels-idx1-ubyte", b"", "starts with ''"),
        ("train-labels-idx1-ubyte", header(230)[:6], "cut short"),
        ("train-labels-idx1-ubyte", header(230) + bytes(100), "108 bytes .* promises 238"),
        ("train-labels-idx1-ubyte", header(230) + bytes(231), "239 bytes .* promises 238"),
        ("train-labels-idx1-ubyte", header(230) + bytes(230), "SHA-256"),
        ("train-labels-idx1-ubyte", header(230, start=b"\0\0\x0d"), "'00 00 0d 01'.*'00 00 08 01'"),
        ("train-images-idx3-ubyte.gz", header(230) + bytes(230), "another file"),
        ("train-images-idx3-ubyte.gz", header(10, 28, 28), "promises 7,856"),
        ("t10k-images-idx3-ubyte.gz", b"<!doctype html>", "another file"),
    ],
)
def test_a_file_that_is_not_mnist_is_named_and_nothing_is_written(
    folder, data_dir, name, data, complaint
):
    replace(folder, name, data)
    with pytest.raises(ValueError, match=f"{name}.*{complaint}"):
        load_mnist(full=True, folder=folder, data_dir=data_dir)
    assert not data_dir.exists()


@pytest.mark.parametrize("keep", [0, 5, 300, -8, -1])
def test_a_zipped_file_cut_short_is_named_and_nothing_is_written(folder, data_dir, keep):
    path = folder / "train-images-idx3-ubyte.gz"
    path.write_bytes(path.read_bytes()[:keep])
    with pytest.raises(ValueError, match=r"train-images-idx3-ubyte\.gz .*Get it again"):
        load_mnist(full=True, folder=folder, data_dir=data_dir)
    assert not data_dir.exists()


def test_as_many_labels_as_images_are_needed(folder, data_dir, monkeypatch):
    data = header(2) + bytes(2)
    replace(folder, "t10k-labels-idx1-ubyte", data)
    checksums = mnist_full.SHA256 | {"t10k-labels-idx1-ubyte": hashlib.sha256(data).hexdigest()}
    monkeypatch.setattr(mnist_full, "SHA256", checksums)
    with pytest.raises(ValueError, match="do not belong together"):
        load_mnist(full=True, folder=folder, data_dir=data_dir)
    assert not data_dir.exists()


def test_missing_files_are_all_named(folder, data_dir):
    (folder / "train-images-idx3-ubyte.gz").unlink()
    (folder / "t10k-labels-idx1-ubyte").unlink()
    lacks = r"lacks train-images-idx3-ubyte, t10k-labels-idx1-ubyte\. Get each"
    with pytest.raises(FileNotFoundError, match=lacks):
        load_mnist(full=True, folder=folder, data_dir=data_dir)
    assert not data_dir.exists()


def test_a_failure_while_writing_leaves_no_file_and_the_next_call_works(
    arrays, folder, data_dir, monkeypatch
):
    def disk_full(self, split):
        if split == "test":
            raise OSError("No space left on device")
        yield 0, dict(zip(("images", "labels"), self.splits_to_write[split], strict=True))

    with monkeypatch.context() as patched:
        patched.setattr(mnist_full.MnistInOrder, "_generate_examples", disk_full)
        with pytest.raises(OSError, match="No space left"):
            load_mnist(full=True, folder=folder, data_dir=data_dir)
    assert files_in(data_dir) == []
    assert_equal_to(load_mnist(full=True, folder=folder, data_dir=data_dir), arrays)


@pytest.mark.parametrize("damage", ["cut", "flip", "delete", "empty"])
def test_a_damaged_prepared_set_is_named_with_what_to_do(folder, data_dir, damage):
    load_mnist(full=True, folder=folder, data_dir=data_dir)
    (path,) = data_dir.rglob("*train*.parquet*")
    data = bytearray(path.read_bytes())
    if damage == "cut":
        path.write_bytes(data[: len(data) // 2])
    elif damage == "flip":
        data[len(data) // 2] ^= 255
        path.write_bytes(data)
    elif damage == "delete":
        path.unlink()
    else:
        for file in path.parent.iterdir():
            file.unlink()
    with pytest.raises(ValueError, match=r"is damaged .*Delete that folder"):
        load_mnist(full=True, data_dir=data_dir)


# The network: a server on this machine


@contextlib.contextmanager
def server(answer):
    """A web server whose answer to each GET is `answer(handler)`; its address."""

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            answer(self)

        def log_message(self, *_):
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as httpd:
        thread = threading.Thread(target=httpd.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield f"http://127.0.0.1:{httpd.server_port}/"
        httpd.shutdown()
        thread.join()


def send(handler, data, length=None):
    handler.send_response(200)
    handler.send_header("Content-Length", str(len(data) if length is None else length))
    handler.end_headers()
    handler.wfile.write(data)


def zipped(arrays, handler):
    return gzip.compress(idx(arrays[handler.path.strip("/").removesuffix(".gz")]))


def assert_fails_and_writes_nothing(error, match, data_dir):
    with pytest.raises(error, match=match):
        load_mnist(full=True, data_dir=data_dir)
    assert not data_dir.exists()


@pytest.mark.usefixtures("folder")
def test_the_full_set_is_downloaded_where_there_is_no_folder(arrays, data_dir, monkeypatch, capsys):
    with server(lambda handler: send(handler, zipped(arrays, handler))) as url:
        monkeypatch.setattr(mnist_full, "URL", url)
        assert_equal_to(load_mnist(full=True, data_dir=data_dir), arrays)
    assert "just downloaded: 230 training and 3 test digits." in capsys.readouterr().out


@pytest.mark.usefixtures("folder")
def test_half_a_download_is_an_error_and_nothing_is_written(arrays, data_dir, monkeypatch):
    def half(handler):
        data = zipped(arrays, handler)
        send(handler, data[: len(data) // 2], length=len(data))

    with server(half) as url:
        monkeypatch.setattr(mnist_full, "URL", url)
        assert_fails_and_writes_nothing(ConnectionError, "broke off after .* bytes", data_dir)


@pytest.mark.usefixtures("folder")
def test_a_download_with_the_wrong_checksum_is_an_error_and_nothing_is_written(
    arrays, data_dir, monkeypatch
):
    arrays["train-labels-idx1-ubyte"] = 9 - arrays["train-labels-idx1-ubyte"]
    with server(lambda handler: send(handler, zipped(arrays, handler))) as url:
        monkeypatch.setattr(mnist_full, "URL", url)
        assert_fails_and_writes_nothing(ValueError, "train-labels.* SHA-256 .* expected", data_dir)


@pytest.mark.usefixtures("folder")
def test_a_login_page_in_the_place_of_a_file_is_an_error(data_dir, monkeypatch):
    with server(lambda handler: send(handler, b"<html>Please log in</html>")) as url:
        monkeypatch.setattr(mnist_full, "URL", url)
        assert_fails_and_writes_nothing(ValueError, "train-images.* is damaged", data_dir)


@pytest.mark.usefixtures("folder")
def test_a_server_that_refuses_is_quoted(data_dir, monkeypatch):
    with server(lambda handler: handler.send_error(404)) as url:
        monkeypatch.setattr(mnist_full, "URL", url)
        assert_fails_and_writes_nothing(ConnectionError, "404", data_dir)


@pytest.mark.usefixtures("folder")
def test_without_network_the_error_says_what_to_do(data_dir, monkeypatch):
    with socket.socket() as closed:  # bound, so that nobody else takes it, but not listening
        closed.bind(("127.0.0.1", 0))
        monkeypatch.setattr(mnist_full, "URL", f"http://127.0.0.1:{closed.getsockname()[1]}/")
        assert_fails_and_writes_nothing(
            ConnectionError, r"Go online .* folder=\.\.\.\) .* load_mnist\(\)\.", data_dir
        )


@pytest.mark.usefixtures("folder")
def test_a_silent_server_is_given_up(data_dir, monkeypatch):
    monkeypatch.setattr(mnist_full, "TIMEOUT", 0.3)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        monkeypatch.setattr(mnist_full, "URL", f"http://127.0.0.1:{silent.getsockname()[1]}/")
        assert_fails_and_writes_nothing(ConnectionError, "timed out|no answer", data_dir)


@pytest.mark.usefixtures("folder")
def test_a_name_server_that_thinks_for_minutes_is_given_up(data_dir, monkeypatch):
    thinking = threading.Event()

    def never(*_, **__):
        thinking.wait(600)
        raise OSError("too late")

    monkeypatch.setattr(mnist_full, "TIMEOUT", 0.3)
    monkeypatch.setattr(mnist_full.urllib.request, "urlopen", never)
    try:
        assert_fails_and_writes_nothing(ConnectionError, "no answer in 0.3 seconds", data_dir)
    finally:
        thinking.set()
