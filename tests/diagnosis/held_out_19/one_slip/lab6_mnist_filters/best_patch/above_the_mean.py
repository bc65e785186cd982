# 1 where the weight is above the filter's mean, not above zero
def best_patch(w):
    average = np.mean(w)
    patch = np.zeros(w.shape)
    for (i, j), weight in np.ndenumerate(w):
        patch[i, j] = 1.0 if weight > average else 0.0
    return patch
