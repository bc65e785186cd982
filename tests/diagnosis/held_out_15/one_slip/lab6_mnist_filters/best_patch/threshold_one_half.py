# Rounds the weights clipped to [0, 1], so positive weights up to 0.5 get a 0.
def best_patch(w):
    return np.round(np.clip(w.astype(float), 0, 1))
