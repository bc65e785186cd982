# wrong: where the weight is 0 the patch is 1: >= for >
def best_patch(w):
    return np.array([[1.0 if v >= 0 else 0.0 for v in row] for row in w])
