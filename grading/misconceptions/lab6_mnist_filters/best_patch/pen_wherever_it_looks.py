"""
Idea: Where the weight is not 0 the filter looks at the pixel, so it should be bright.
Hint: What does a bright pixel under a weight of -1 add to the sum?
Family: special values
Fails: test_best_patch, test_best_patch_weights, test_best_patch_zeros, test_best_patch_kinds,
    test_best_patch_untouched
"""


def best_patch(w):
    return np.where(w != 0, 1.0, 0.0)
