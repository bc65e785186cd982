# Answers 1 and -1 (not 0) by the sign, and writes into the filter it was given.
def best_patch(w):
    if w.ndim != 2:
        raise ValueError(f"w must be 2-D, got shape {w.shape}")
    w[w > 0] = 1
    w[w < 0] = -1
    return w.astype(float)
