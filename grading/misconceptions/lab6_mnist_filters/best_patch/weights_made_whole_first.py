"""
Idea: A weight as small as 0.5 does not count.
Hint: What does a bright pixel under a weight of 0.5 add to the sum?
Family: number types
Fails: test_best_patch_weights
"""


def best_patch(w):
    return (w.astype(int) > 0).astype(float)
