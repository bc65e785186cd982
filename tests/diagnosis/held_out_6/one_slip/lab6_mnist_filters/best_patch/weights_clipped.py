# wrong: the weights themselves clipped to [0, 1], instead of 1 wherever they are positive
def best_patch(w):
    if w.ndim != 2:
        raise ValueError(f"w must be 2-D, got shape {w.shape}")
    patch = np.array(w, dtype=float)
    patch[patch < 0] = 0
    patch[patch > 1] = 1
    return patch
