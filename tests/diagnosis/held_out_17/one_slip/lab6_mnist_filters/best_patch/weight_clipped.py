# copies the weights clipped to [0, 1] instead of a full 1 for every positive weight
def best_patch(w):
    return np.clip(w, 0.0, 1.0).astype(float)
