# where the weight is 0 the patch is 0.5 (grey) instead of 0
def best_patch(w):
    patch = np.empty(w.shape)
    for idx, value in np.ndenumerate(w):
        patch[idx] = 1.0 if value > 0 else (0.5 if value == 0 else 0.0)
    return patch
