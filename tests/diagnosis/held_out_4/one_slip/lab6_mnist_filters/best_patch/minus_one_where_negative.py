# wrong: negative weights get -1, which is no pixel value
def best_patch(w):
    out = np.zeros(w.shape)
    for i in range(w.shape[0]):
        for j in range(w.shape[1]):
            if w[i, j] > 0:
                out[i, j] = 1
            elif w[i, j] < 0:
                out[i, j] = -1
    return out
