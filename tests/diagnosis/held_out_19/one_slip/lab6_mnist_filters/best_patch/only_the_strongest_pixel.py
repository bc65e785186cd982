# only the pixel under the largest weight is 1
def best_patch(w):
    p = np.zeros_like(w, dtype=float)
    spot = np.unravel_index(np.argmax(w), w.shape)
    if w[spot] > 0:
        p[spot] = 1
    return p
