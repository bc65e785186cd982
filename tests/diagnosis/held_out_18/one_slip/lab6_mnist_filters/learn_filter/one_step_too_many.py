# takes one step more than asked for (range(steps + 1))
import numpy as np
def learn_filter(X, A, steps, lr):
    patches = np.lib.stride_tricks.sliding_window_view(np.asarray(X, dtype=float), (3, 3))
    w = np.zeros((3, 3))
    for _ in range(int(steps) + 1):
        R = np.einsum('ijuv,uv->ij', patches, w) - A
        w -= lr * 2 * np.einsum('ij,ijuv->uv', R, patches) / R.size
    return w
