"""
Idea: Bright where positive, and as dark as can be, -1, where negative.
Hint: Which values can a pixel have in this task?
Family: special values
Fails: test_best_patch, test_best_patch_weights, test_best_patch_zeros, test_best_patch_kinds,
    test_best_patch_untouched
"""


def best_patch(w):
    return np.sign(w).astype(float)
