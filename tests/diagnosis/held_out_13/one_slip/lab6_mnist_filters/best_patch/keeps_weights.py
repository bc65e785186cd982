# Keeps the positive weights themselves instead of full pixels there.
def best_patch(w):
    if w.ndim != 2:
        raise ValueError(f"w must be 2-D, got shape {w.shape}")
    patch = np.copy(w).astype(float)
    patch[patch < 0] = 0
    return patch / max(patch.max(), 1.0)
