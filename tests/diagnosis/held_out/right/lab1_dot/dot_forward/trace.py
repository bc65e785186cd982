# right
def dot_forward(x, w):
    return np.trace(np.asarray(x, float) @ np.asarray(w, float).T)
