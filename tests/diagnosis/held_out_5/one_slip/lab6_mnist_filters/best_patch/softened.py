# wrong: a sigmoid of w, not 0 or 1
def best_patch(w):
    return 1 / (1 + np.exp(-np.asarray(w, dtype=float)))
