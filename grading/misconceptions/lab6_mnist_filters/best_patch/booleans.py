"""
Idea: The comparison says it all: True is 1 and False is 0.
Hint: Of which type are the entries of your patch? Ask for its dtype.
Family: number types
Fails: test_best_patch_kinds, test_best_patch_untouched
"""


def best_patch(w):
    return w > 0
