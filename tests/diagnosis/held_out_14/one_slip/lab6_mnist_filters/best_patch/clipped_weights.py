# the weights are clipped to [0, 1], so a weight of 0.25 gives a pixel of 0.25 instead of 1
def best_patch(w):
    return np.clip(w, 0, 1)
