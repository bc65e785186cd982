# positive weights get a share in proportion to their size instead of full 1
def best_patch(w):
    top = w.max()
    if top <= 0:
        return np.zeros(w.shape)
    return np.clip(w / top, 0, 1)
