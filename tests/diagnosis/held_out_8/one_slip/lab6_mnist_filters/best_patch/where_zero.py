# w >= 0: places where w is 0 are white, too.
def best_patch(w):
    patch = np.zeros(w.shape)
    for i in range(w.shape[0]):
        for j in range(w.shape[1]):
            if w[i, j] >= 0:
                patch[i, j] = 1.0
    return patch
