"""Wraps in zeros, then two products with one matrix of windows."""

from collections import OrderedDict


def conv_1d_backward(x, w, dout=None):
    T, K = x.size, w.size
    dout = np.broadcast_to(1.0 if dout is None else dout, T)
    index = np.arange(T)[:, None] + np.arange(K) - K // 2
    inside = (index >= 0) & (index < T)
    windows = np.where(inside, x[index.clip(0, T - 1)], 0)
    dx = np.bincount(index[inside], (dout[:, None] * w)[inside], minlength=T)
    return OrderedDict(w=windows.T @ np.array(dout, dtype=float), x=dx)
