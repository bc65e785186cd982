# right
# np.heaviside
def best_patch(w):
    return np.heaviside(np.asarray(w, dtype=float), 0.0)
