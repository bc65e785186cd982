"""All of MNIST, kept by tensorflow-datasets (tfds): behind `load_mnist(full=True)`.

The first time, the four files come from a folder or from the network, and are checked. A builder
of ours then hands them to tfds. The stock one needs TensorFlow, to unzip and to encode PNG, and
it shuffles the images.
"""

import contextlib
import gzip
import hashlib
import http.client
import io
import math
import queue
import threading
import urllib.error
import urllib.request
import zlib
from pathlib import Path

import numpy as np
import tensorflow_datasets as tfds
from tqdm import tqdm

URL = "https://storage.googleapis.com/cvdf-datasets/mnist/"
TIMEOUT = 5.0  # seconds that a server may stay silent
SPLITS = {
    "train": ("train-images-idx3-ubyte", "train-labels-idx1-ubyte"),
    "test": ("t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte"),
}
SHA256 = {  # of the unzipped files, so that it does not matter who zipped them
    "train-images-idx3-ubyte": "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db",
    "train-labels-idx1-ubyte": "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5",
    "t10k-images-idx3-ubyte": "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7",
    "t10k-labels-idx1-ubyte": "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2",
}


def load_full(folder=None, data_dir=None):
    """The full set and where it came from; see `lib.mnist.load_mnist`.

    Returns
    -------
    ((x_train, y_train), (x_test, y_test)), origin
        uint8 arrays in MNIST's order; and a few words for the line that is printed.
    """
    builder = MnistInOrder(data_dir=data_dir, file_format="parquet")
    prepared = Path(builder.data_dir)
    if prepared.exists():
        origin = f"the full set, prepared earlier in {prepared}"
    else:
        if folder is None:
            files, origin = _download(), "the full set, just downloaded"
        else:
            files, origin = _read_folder(folder), f"the full set, just read from {folder}"
        builder.splits_to_write = {split: _parse(files, split) for split in SPLITS}
        print(f"Writing the full MNIST to {prepared}: some seconds, this once.", flush=True)
        # tfds would announce a download of unknown size and a shuffle: neither happens.
        with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
            builder.download_and_prepare()
    try:
        return tuple(_read_back(builder, split) for split in SPLITS), origin
    except Exception as error:  # whatever tfds, pyarrow or zlib make of a damaged file
        raise ValueError(
            f"The MNIST prepared in {prepared} is damaged ({error}). "
            "Delete that folder and call load_mnist(full=True) again."
        ) from error


class MnistInOrder(tfds.core.GeneratorBasedBuilder, skip_registration=True):  # type: ignore[call-arg]
    """MNIST with one record a split, which holds all its images in their original order.

    Why one record: it is read in 0.2 s. Why Parquet: it works on every system (ArrayRecord has no
    wheel for Windows). And tfds 4.9.10 loses records where it writes more than 100 of them to a
    Parquet file: never make this one record an image.
    """

    VERSION = tfds.core.Version("1.0.0")
    splits_to_write: dict[str, tuple[np.ndarray, np.ndarray]]  # set before download_and_prepare

    def _info(self):
        def array(*shape):
            return tfds.features.Tensor(shape=shape, dtype=np.uint8, encoding="zlib")

        features = {"images": array(None, 28, 28), "labels": array(None)}
        return tfds.core.DatasetInfo(
            builder=self,
            description="MNIST in its original order, each split as one record.",
            features=tfds.features.FeaturesDict(features),
            disable_shuffling=True,
            license="CC BY-SA 3.0, Yann LeCun and Corinna Cortes",
        )

    def _split_generators(self, dl_manager):
        return {split: self._generate_examples(split) for split in SPLITS}

    def _generate_examples(self, split):
        images, labels = self.splits_to_write[split]
        yield 0, {"images": images, "labels": labels}


def _read_back(builder, split):
    record = builder.as_data_source(split=split)[0]
    return record["images"].copy(), record["labels"].copy()  # tfds's own are read-only


# Its four files: `{name: (where, bytes)}`, zipped or not


def _read_folder(folder):
    folder = Path(folder).expanduser()
    files = {}
    for name in SHA256:
        for path in (folder / f"{name}.gz", folder / name):
            if path.is_file():
                files[name] = str(path), path.read_bytes()
    missing = [name for name in SHA256 if name not in files]
    if missing:
        raise FileNotFoundError(
            f"{folder} lacks {', '.join(missing)}. Get each from {URL}NAME.gz; "
            "unzip it or not, as you like."
        )
    return files


def _download():
    files = {}
    for name in SHA256:
        url = f"{URL}{name}.gz"
        try:
            files[name] = url, _fetch(url)
        except (OSError, http.client.HTTPException) as error:
            raise ConnectionError(
                f"Could not download {url} ({error}). Nothing was written. "
                "Go online and call load_mnist(full=True) again; or get MNIST's four files "
                f"({', '.join(SHA256)}) some other way and call load_mnist(full=True, folder=...) "
                "with the folder they are in; or stay with the 3,000 digits of load_mnist()."
            ) from error
    return files


def _fetch(url):
    data = bytearray()
    with _open(url) as response:
        size = int(response.headers["Content-Length"] or 0)
        name = url.rpartition("/")[2]
        with tqdm(total=size, unit="B", unit_scale=True, desc=name, leave=False) as bar:
            while chunk := response.read(1 << 16):
                data += chunk
                bar.update(len(chunk))
    if len(data) < size:
        raise ConnectionError(f"it broke off after {len(data):,} of {size:,} bytes")
    return bytes(data)


def _open(url):
    """Like urlopen, but sure to give up: urlopen's timeout bounds each of its steps only.

    Without network the name server may take a minute to say so, and then each of a dozen
    addresses gets a timeout of its own.
    """
    answer: queue.SimpleQueue = queue.SimpleQueue()

    def ask():
        try:
            answer.put(urllib.request.urlopen(url, timeout=TIMEOUT))
        except Exception as error:
            answer.put(error)

    threading.Thread(target=ask, daemon=True).start()
    try:
        response = answer.get(timeout=TIMEOUT)
    except queue.Empty:
        raise TimeoutError(f"no answer in {TIMEOUT:g} seconds") from None
    if isinstance(response, urllib.error.HTTPError):
        response.close()  # a refusal is an open answer, too
    if isinstance(response, Exception):
        raise response
    return response


def _parse(files, split):
    """Images and labels of a split, once it is sure that they are MNIST's."""
    images, labels = (_parse_idx(name, *files[name]) for name in SPLITS[split])
    if images.shape != (len(labels), 28, 28):
        where = " and ".join(files[name][0] for name in SPLITS[split])
        raise ValueError(f"{where} do not belong together: {images.shape}, {labels.shape}.")
    return images, labels


def _parse_idx(name, where, data):
    """The array in an idx file: two zeros, 8 for uint8, number of axes, their lengths, values."""
    if where.endswith(".gz"):
        try:
            data = gzip.decompress(data)
        except (OSError, EOFError, zlib.error) as error:
            raise ValueError(f"{where} is damaged or cut short ({error}). Get it again.") from error
    ndim = 3 if "images" in name else 1
    magic, start = bytes([0, 0, 8, ndim]), 4 + 4 * ndim
    if data[:4] != magic or len(data) < start:
        raise ValueError(
            f"{where} starts with {data[:4].hex(' ')!r}, but {name} with {magic.hex(' ')!r}: "
            "it is another file, or cut short. Get it again."
        )
    shape = tuple(int(n) for n in np.frombuffer(data, ">u4", count=ndim, offset=4))
    size = start + math.prod(shape)
    if len(data) != size:
        raise ValueError(
            f"{where} has {len(data):,} bytes unzipped, but its header promises {size:,}. "
            "Get it again."
        )
    found, expected = hashlib.sha256(data).hexdigest(), SHA256[name]
    if found != expected:
        raise ValueError(
            f"{where} is not MNIST's {name}: its SHA-256 (unzipped) is {found}, "
            f"expected {expected}. Get it again."
        )
    return np.frombuffer(data, np.uint8, offset=start).reshape(shape)
