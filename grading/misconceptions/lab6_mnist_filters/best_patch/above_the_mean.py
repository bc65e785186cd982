"""
Idea: What counts in favour is what is large beside the other weights.
Hint: If all weights are positive, which pixels should be on?
Family: rule
Fails: test_best_patch, test_best_patch_weights, test_best_patch_untouched
"""


def best_patch(w):
    return np.where(w > w.mean(), 1.0, 0.0)
