# ones and zeros are written into w itself, which is returned: the caller's filter is gone
def best_patch(w):
    for i in range(w.shape[0]):
        for j in range(w.shape[1]):
            w[i, j] = 1 if w[i, j] > 0 else 0
    return w
