# wrong: the positive weights themselves, not 1
def best_patch(w):
    patch = np.zeros(w.shape)
    for r in range(w.shape[0]):
        for c in range(w.shape[1]):
            if w[r, c] > 0:
                patch[r, c] = w[r, c]
    return patch
