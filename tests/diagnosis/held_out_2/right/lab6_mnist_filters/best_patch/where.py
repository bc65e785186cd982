# right
def best_patch(w):
    return np.heaviside(w.astype(float), 0.0)
