"""
Idea: The comparison says it all: True is 1 and False is 0.
Hint: Of which type are the entries of your patch? Ask for its dtype.
Fails: test_best_patch, test_best_patch_shapes, test_best_patch_kinds
"""


def best_patch(w):
    return w > 0
