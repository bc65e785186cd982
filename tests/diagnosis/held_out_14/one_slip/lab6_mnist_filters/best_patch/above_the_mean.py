# pixels are set where the weight is above the filter's mean instead of above 0
def best_patch(w):
    patch = np.zeros(w.shape)
    patch[w > np.mean(w)] = 1
    return patch
