"""
Idea: A weight that is not negative does no harm, so the pixel may be on.
Hint: What shall the pixel be where the weight is 0?
Family: special values
Fails: test_best_patch_zeros
"""


def best_patch(w):
    return np.where(w >= 0, 1.0, 0.0)
