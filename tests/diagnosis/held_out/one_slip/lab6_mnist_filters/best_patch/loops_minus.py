# wrong: -1 where w is negative: below 0
def best_patch(w):
    patch = np.zeros(w.shape)
    for r in range(w.shape[0]):
        for c in range(w.shape[1]):
            if w[r, c] > 0:
                patch[r, c] = 1.0
            elif w[r, c] < 0:
                patch[r, c] = -1.0
    return patch
