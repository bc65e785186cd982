"""MNIST digits: 3,000 that are always there, and all 70,000 for those who want them.

    from lib.mnist import load_mnist
    (x_train, y_train), (x_test, y_test) = load_mnist()

`lib/data` holds the 3,000, with their licence and the script that chose them.
"""

import hashlib
import io
from pathlib import Path

import numpy as np

Split = tuple[np.ndarray, np.ndarray]  # images (N, 28, 28), labels (N,)

BUNDLE = Path(__file__).parent / "data" / "mnist_subset.npz"
BUNDLE_SHA256 = "9cf0b2c43e84d0b4fa50120942d9e40fccad64d4a1a84812b21e0fd9e4b6e8d9"


def load_mnist(
    full: bool = False, *, folder: str | Path | None = None, data_dir: str | Path | None = None
) -> tuple[Split, ...]:
    """Load MNIST digits, and print which ones.

    Parameters
    ----------
    full : bool
        False: the digits that come with the labs, 2,000 to train and 1,000 held out, at once and
        offline. True: all of MNIST, 60,000 to train and 10,000 to test. The first call prepares
        them, from `folder` if given, else from the network (12 MB); later calls need neither.
    folder : path, optional
        Where you keep MNIST's four idx files, zipped (.gz) or not.
    data_dir : path, optional
        Where tensorflow-datasets keeps the full set; its own default is ~/tensorflow_datasets.

    Returns
    -------
    (x_train, y_train), (x_test, y_test)
        uint8 images `(N, 28, 28)`, 0 (background) to 255 (pen), and uint8 labels `(N,)`, 0 to 9.
        `x_train[2]` is the same 4 in both sets. The full set is in MNIST's order.

    Raises
    ------
    ConnectionError
        No network, or it broke off.
    FileNotFoundError
        A file is missing.
    ValueError
        A file is damaged, or is not MNIST. Nothing half done is left behind, whatever happens.

    Notes
    -----
    The held-out digits of the small set are training digits of the full one: do not test on them
    what you trained on the full set.
    """
    if full:
        from lib.mnist_full import load_full  # here, so that importing lib.mnist stays fast

        splits, origin = load_full(folder, data_dir)
    elif folder is None and data_dir is None:
        splits, origin = load_bundle(), "the small set that comes with the labs"
    else:
        raise ValueError("folder and data_dir are for the full set: add full=True.")
    n_train, n_test = (len(labels) for _, labels in splits)
    print(f"MNIST, {origin}: {n_train:,} training and {n_test:,} test digits.")
    return splits


def load_bundle():
    """The digits that come with the labs: images and labels to train on, and to test with."""
    again = "Get the file again from where you got these labs."
    if not BUNDLE.is_file():
        raise FileNotFoundError(f"The bundled digits, {BUNDLE}, are missing. {again}")
    data = BUNDLE.read_bytes()
    if hashlib.sha256(data).hexdigest() != BUNDLE_SHA256:
        raise ValueError(f"The bundled digits, {BUNDLE}, are damaged (wrong SHA-256). {again}")
    with np.load(io.BytesIO(data), allow_pickle=False) as arrays:
        return tuple((arrays[f"x_{split}"], arrays[f"y_{split}"]) for split in ("train", "test"))
