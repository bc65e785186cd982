"""NumPy's step function."""


def best_patch(w):
    return np.heaviside(np.asarray(w, dtype=float), 0)
