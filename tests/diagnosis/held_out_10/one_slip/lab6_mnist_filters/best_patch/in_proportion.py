# The patch is the positive part of the filter, scaled to at most 1, not as bright as possible everywhere.
def best_patch(w):
    positive = np.clip(w, 0, None).astype(float)
    top = positive.max() if positive.size else 0
    return positive / top if top > 0 else positive
