"""How fast is lab 7's convolution? Forward and backward, beside torch's, as ratios.

    python benchmarks/conv.py [--repeats 15] [--quick] [--avx2]

Needs torch 2.13 (`pip install torch==2.13.0`, best in an environment of its own), which nothing
else here does. Each way runs on one thread and is measured in CPU time, in turns with all others;
what is printed is the median of its times divided by torch's of the same round, and the share of
the peak that it reaches: the rate of its three matrix products (their multiplications and
additions in its whole time) as a share of that of a product of two matrices of 1024x1024 in NumPy
in the same round. What lab 7 teaches is taken from the lab's own text.

Both libraries choose their code for the CPU that they find: settings of the computer for one of
them are set aside. With --avx2, both are limited to what a CPU without AVX-512 has.
"""

import argparse
import os
import sys
import time
from functools import partial
from pathlib import Path

os.environ["OMP_NUM_THREADS"] = "1"  # before NumPy and torch are imported
os.environ["OPENBLAS_NUM_THREADS"] = os.environ["MKL_NUM_THREADS"] = "1"
if __name__ == "__main__":  # tests, which import this, keep the settings that they have
    os.environ.pop("OPENBLAS_L2_SIZE", None)
    for _name, _avx2 in {
        "OPENBLAS_CORETYPE": "Haswell",
        "ATEN_CPU_CAPABILITY": "avx2",
        "ONEDNN_MAX_CPU_ISA": "AVX2",
    }.items():
        os.environ.pop(_name, None)
        if "--avx2" in sys.argv:
            os.environ[_name] = _avx2
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import numpy as np

LAB = Path(__file__).resolve().parents[1] / "grading" / "labs" / "lab7_train_cnn.py"
SHAPES = {  # images, filters
    "32x1x28x28, 8 of 3x3": ((32, 1, 28, 28), (8, 1, 3, 3)),
    "128x1x28x28, 16 of 5x5": ((128, 1, 28, 28), (16, 1, 5, 5)),
    "32x16x14x14, 32 of 3x3": ((32, 16, 14, 14), (32, 16, 3, 3)),
    "128x16x14x14, 32 of 3x3": ((128, 16, 14, 14), (32, 16, 3, 3)),
}
LAST = "* layout: windows of rows, images last"
FEW = 2  # images are enough for loops over windows: each takes as long as the next
AIM = {"float64": 1.0, "float32": 1.2}


def layers_of_the_lab(path=LAB):
    """The convolutions of lab 7 by name, from its text: classes with stride and padding."""
    cells = path.read_text().split("\n# %%")
    wanted = ('locked="layer"', 'solution="Conv2D')
    space = {"np": np}
    for cell in cells:
        if cell.split("\n")[0].strip().startswith(wanted):
            exec(compile(cell.split("\n", 1)[1], path.name, "exec"), space)
    return {name: value for name, value in space.items() if name.startswith("Conv2D")}


class Pixels:
    """A loop over pixels, for each of them a product over the whole batch; stride 1."""

    def forward(self, X, w, b):
        self.X, self.w = X, w
        (N, _, H, W), (n_filters, _, KH, KW) = X.shape, w.shape
        A = np.empty((N, n_filters, H - KH + 1, W - KW + 1), X.dtype)
        rows = w.reshape(n_filters, -1).T
        for i, j in np.ndindex(A.shape[2:]):
            A[:, :, i, j] = X[:, :, i : i + KH, j : j + KW].reshape(N, -1) @ rows + b
        return A

    def backward(self, dA):
        X, (n_filters, C, KH, KW) = self.X, self.w.shape
        dX, dw, rows = np.zeros_like(X), np.zeros_like(self.w), self.w.reshape(n_filters, -1)
        for i, j in np.ndindex(dA.shape[2:]):
            d, window = dA[:, :, i, j], np.s_[:, :, i : i + KH, j : j + KW]
            dw += (d.T @ X[window].reshape(len(X), -1)).reshape(dw.shape)
            dX[window] += (d @ rows).reshape(-1, C, KH, KW)
        return dX, dw, dA.sum(axis=(0, 2, 3))


class AddAt:
    """im2col by fancy indices, and `np.add.at` for the way back; stride 1."""

    def forward(self, X, w, b):
        (N, C, H, W), (n_filters, _, KH, KW) = X.shape, w.shape
        c, u, v = (a.reshape(-1, 1) for a in np.indices((C, KH, KW)))
        i, j = (a.reshape(1, -1) for a in np.indices((H - KH + 1, W - KW + 1)))
        self.places, self.X, self.w = (slice(None), c, u + i, v + j), X, w
        self.columns = X[self.places].transpose(1, 2, 0).reshape(C * KH * KW, -1)
        A = w.reshape(n_filters, -1) @ self.columns + b[:, None]
        return A.reshape(n_filters, H - KH + 1, W - KW + 1, N).transpose(3, 0, 1, 2)

    def backward(self, dA):
        d, dX = dA.transpose(1, 2, 3, 0).reshape(len(self.w), -1), np.zeros_like(self.X)
        columns = self.w.reshape(len(self.w), -1).T @ d
        columns = columns.reshape(len(columns), -1, len(self.X)).transpose(2, 0, 1)
        np.add.at(dX, self.places, columns)
        return dX, (d @ self.columns.T).reshape(self.w.shape), dA.sum(axis=(0, 2, 3))


class Windows:
    """`sliding_window_view` and `einsum`, for the way back over the padded gradient; stride 1."""

    def forward(self, X, w, b):
        self.X, self.w = X, w
        return self._correlate(X, w, "nchwuv,ocuv->nohw") + b[:, None, None]

    def backward(self, dA):
        KH, KW = self.w.shape[2:]
        P = np.pad(dA, ((0, 0), (0, 0), (KH - 1, KH - 1), (KW - 1, KW - 1)))
        dX = self._correlate(P, self.w[:, :, ::-1, ::-1], "nohwuv,ocuv->nchw")
        dw = self._correlate(self.X, dA, "ncuvhw,nohw->ocuv")
        return dX, dw, dA.sum(axis=(0, 2, 3))

    @staticmethod
    def _correlate(X, w, sums):
        windows = np.lib.stride_tricks.sliding_window_view(X, w.shape[2:], axis=(2, 3))
        return np.einsum(sums, windows, w, optimize=True)


def ways(lab):
    """What is compared, by name: classes of layers. Those of the lab's story begin with *."""
    return {
        "* loops": lab["Conv2DLoops"],
        "loop over pixels, product over the batch": Pixels,
        "* tap by tap": lab["Conv2DTaps"],
        "im2col by indices, add.at": AddAt,
        "sliding_window_view, einsum": Windows,
        "* im2col": lab["Conv2D"],
        LAST: lab["Conv2DGroups"],
    }


def data(X_shape, w_shape, dtype):
    """X, w, b and an upstream gradient."""
    random = np.random.default_rng(0)
    (N, _, H, W), (n_filters, _, KH, KW) = X_shape, w_shape
    A_shape = (N, n_filters, H - KH + 1, W - KW + 1)
    shapes = X_shape, w_shape, w_shape[:1], A_shape
    return [random.normal(size=shape).astype(dtype) for shape in shapes]


def step(way, X, w, b, dA):
    """Forward and backward, as NumPy does it."""
    layer = way()
    return layer.forward(X, w, b), *layer.backward(dA)


def torch_step(torch, X, w, b, dA):
    """Forward and backward, as torch does it, gradient of X included."""
    X.grad = w.grad = b.grad = None
    A = torch.nn.functional.conv2d(X, w, b)
    A.backward(dA)
    return A.detach().numpy(), *(x.grad.numpy() for x in (X, w, b))


def cpu_seconds(f, at_least=0.02):
    """CPU time of a call, mean over as many as take `at_least` seconds."""
    calls, start = 0, time.process_time()
    while True:
        f()
        calls += 1
        if (took := time.process_time() - start) > at_least:
            return took / calls


def operations(X_shape, w_shape):
    """Multiplications and additions of the three products: maps, gradients of X and of w."""
    (N, _, H, W), (n_filters, C, KH, KW) = X_shape, w_shape
    return 3 * 2 * N * (H - KH + 1) * (W - KW + 1) * n_filters * C * KH * KW


def measure(torch, shapes, dtype, repeats, loops):
    """Ratio to torch and share of the peak by way, for a pair of shapes: medians over rounds."""
    arrays = data(*shapes, dtype)
    tensors = [torch.from_numpy(a.copy()) for a in arrays]
    for tensor in tensors[:3]:
        tensor.requires_grad_()
    expected = [np.array(a) for a in torch_step(torch, *tensors)]
    tolerance = 1e-9 if dtype == np.float64 else 1e-3

    side = 1024
    square = np.random.default_rng(0).normal(size=(side, side)).astype(dtype)
    calls = {
        "peak": partial(np.matmul, square, square.T.copy(), out=np.empty_like(square)),
        "torch": partial(torch_step, torch, *tensors),
    }
    few = {}
    for name, way in ways(layers_of_the_lab()).items():
        if name == "* loops":
            if loops:
                few[name] = _loops(way, arrays)
            continue
        for got, wanted in zip(step(way, *arrays), expected, strict=True):
            off = np.abs(got - wanted).max() / np.abs(wanted).max()
            if got.shape != wanted.shape or not off < tolerance:
                raise SystemExit(f"{name} is wrong: off by {off:.1e}, shape {got.shape}")
        calls[name] = partial(step, way, *arrays)

    rounds = [{name: cpu_seconds(call) for name, call in calls.items()} for _ in range(repeats)]
    share = operations(*shapes) / (2 * side**3)  # of a product of squares, in operations
    found = {}
    for name in ["torch", *few, *list(calls)[2:]]:
        times = [few.get(name) or took[name] for took in rounds]
        pairs = list(zip(times, rounds, strict=True))
        found[name] = (
            float(np.median([time / took["torch"] for time, took in pairs])),
            float(np.median([share * took["peak"] / time for time, took in pairs])),
        )
    return found


def _loops(way, arrays):
    """CPU time of loops over windows: that of a few images, scaled up."""
    X, w, b, dA = arrays
    return cpu_seconds(partial(step, way, X[:FEW], w, b, dA[:FEW])) * len(X) / FEW


def main():
    """Run the benchmark and print a table for each dtype."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--repeats", type=int, default=15)
    parser.add_argument("--quick", action="store_true", help="without the loops")
    parser.add_argument("--avx2", action="store_true", help="as on a CPU without AVX-512")
    options = parser.parse_args()
    try:
        import torch
    except ImportError:
        raise SystemExit(
            "This benchmark compares with torch, which is not installed. In an environment of its "
            "own: pip install torch==2.13.0 numpy"
        ) from None
    torch.set_num_threads(1)
    print(f"NumPy {np.__version__}, torch {torch.__version__}, one thread, CPU time, torch = 1")
    for dtype in (np.float64, np.float32):
        name = np.dtype(dtype).name
        table = {}
        for title, shapes in SHAPES.items():
            print(f"{name}: {title} ...", flush=True)
            table[title] = measure(torch, shapes, dtype, options.repeats, not options.quick)
        print(f"\n| {name} | {' | '.join(table)} |\n|---|{'---|' * len(table)}")
        for way in table[title]:
            cells = [
                f"{f'{ratio:.0f}' if ratio >= 9.95 else f'{ratio:.2f}'} ({100 * share:.0f} %)"
                for ratio, share in (table[shape][way] for shape in table)
            ]
            print(f"| {way} | {' | '.join(cells)} |")
        worst = max(table[shape][LAST][0] for shape in table)
        print(f"\nlayout: at most {worst:.2f} times torch (aim: {AIM[name]})\n")


if __name__ == "__main__":
    main()
