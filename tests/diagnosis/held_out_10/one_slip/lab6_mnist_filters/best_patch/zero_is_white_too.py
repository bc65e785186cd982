# Where the filter is 0 the patch is 1 as well.
def best_patch(w):
    return np.array([[0.0 if v < 0 else 1.0 for v in row] for row in w]).reshape(w.shape)
