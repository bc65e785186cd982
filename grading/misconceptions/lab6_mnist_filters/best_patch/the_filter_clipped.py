"""
Idea: The best patch is the filter itself, with what lies outside of [0, 1] cut off.
Hint: Under a weight of 0.5, what does a pixel of 0.5 add to the sum, and what a pixel of 1?
Family: rule
Fails: test_best_patch_weights
"""


def best_patch(w):
    return np.clip(w, 0.0, 1.0)
