# Pixels under a weight of 0 are switched on, because of >= .
def best_patch(w):
    if w.ndim != 2:
        raise ValueError(f"w must be 2-D, got shape {w.shape}")
    return np.array([[1.0 if v >= 0 else 0.0 for v in row] for row in w])
