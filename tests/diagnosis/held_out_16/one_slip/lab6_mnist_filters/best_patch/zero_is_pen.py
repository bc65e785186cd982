# pixels under a weight of 0 are set to 1 (>= for >)
def best_patch(w):
    rows, cols = w.shape
    patch = np.ones((rows, cols))
    for r in range(rows):
        for c in range(cols):
            if not w[r, c] >= 0:
                patch[r, c] = 0
    return patch
