"""
Idea: The best patch is the filter's, turned round.
Hint: In these labs nobody turns the filter. Which pixel does the upper left weight meet?
Family: orientation
Fails: test_best_patch, test_best_patch_weights, test_best_patch_zeros, test_best_patch_kinds,
    test_best_patch_untouched
"""


def best_patch(w):
    return (w[::-1, ::-1] > 0) * 1.0
