"""Idea: A filter of zeros and ones is a patch already, so I hand it back.
Hint: Does your result share memory with w? Ask np.shares_memory.
Family: memory
Fails: test_best_patch_untouched
"""


def best_patch(w):
    patch = np.where(w > 0, 1.0, 0.0)
    return w if np.array_equal(patch, w) else patch
