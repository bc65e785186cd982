"""
Idea: The best patch has ink where the weight is largest.
Hint: What does a pixel under a smaller weight add, if that is positive too?
Family: special values
Fails: test_best_patch, test_best_patch_weights, test_best_patch_zeros,
    test_best_patch_kinds, test_best_patch_untouched
"""


def best_patch(w):
    return ((w == w.max()) & (w > 0)).astype(float)
