# the weights themselves are clipped to [0, 1]: a positive weight below 1 gets a grey pixel instead of a full one
def best_patch(w):
    return np.clip(w, 0, 1).astype(float)
