# Stretches the filter to [0, 1]: greys where black and white excite more.
def best_patch(w):
    w = np.asarray(w, dtype=float)
    lo, hi = w.min(), w.max()
    if hi == lo:
        return np.where(w > 0, 1.0, 0.0)
    return (w - lo) / (hi - lo)
