# clips the filter to [0, 1] instead of asking for its sign
def best_patch(w):
    return np.clip(w, 0.0, 1.0)
