# a banded matrix from a table of distances
def conv_1d(x, w):
    if x.ndim != 1 or w.ndim != 1 or len(w) % 2 == 0:
        raise ValueError(f"expected x (T,) and w (k,) with odd k, got {x.shape} and {w.shape}")
    t = np.arange(len(x))
    j = t[None, :] - t[:, None] + len(w) // 2
    inside = (j >= 0) & (j < len(w))
    band = np.where(inside, w[np.clip(j, 0, len(w) - 1)], 0)
    return band @ x
