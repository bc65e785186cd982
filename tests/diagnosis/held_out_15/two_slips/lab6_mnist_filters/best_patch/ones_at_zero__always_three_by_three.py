# Pixels under a weight of 0 are set to 1 as well, and the patch is always 3 x 3, so other filters raise.
def best_patch(w):
    patch = np.zeros((3, 3))
    patch[w >= 0] = 1
    return patch
