# wrong: 1 at the largest weight only
def best_patch(w):
    patch = np.zeros(w.shape)
    for r in range(w.shape[0]):
        for c in range(w.shape[1]):
            if w[r, c] == w.max():
                patch[r, c] = 1.0
    return patch
