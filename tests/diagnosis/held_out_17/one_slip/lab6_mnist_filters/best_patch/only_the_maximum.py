# lights only the pixels with the largest weight, the smaller positive weights stay 0
def best_patch(w):
    patch = np.zeros(w.shape)
    biggest = w.max()
    if biggest > 0:
        patch[w == biggest] = 1
    return patch
