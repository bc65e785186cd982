"""
Idea: A weight below 1 counts less, so its pixel gets half the ink.
Hint: Under a weight of 0.5, what does half a pixel add to the sum, and what a full one?
Family: special values
Fails: test_best_patch_weights
"""


def best_patch(w):
    return np.where(w >= 1, 1.0, np.where(w > 0, 0.5, 0.0))
