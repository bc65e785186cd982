# Puts a single 1 under the largest weight (if it is positive) and leaves all other positive weights at 0.
def best_patch(w):
    patch = np.zeros(w.shape)
    best = np.unravel_index(np.argmax(w), w.shape)
    if w[best] > 0:
        patch[best] = 1.0
    return patch
