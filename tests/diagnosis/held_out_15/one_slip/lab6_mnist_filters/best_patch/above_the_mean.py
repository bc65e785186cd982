# Sets pixels where the weight is above the mean of all weights, in place of above 0.
def best_patch(w):
    patch = np.zeros(w.shape)
    patch[w > w.mean()] = 1
    return patch
