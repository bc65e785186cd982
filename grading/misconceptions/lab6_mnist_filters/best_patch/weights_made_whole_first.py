"""
Idea: The patch is of whole numbers, so I make the filter whole as well.
Hint: What becomes of a weight of 0.5 when you make an integer of it?
Family: number types
Fails: test_best_patch_weights
"""


def best_patch(w):
    return (w.astype(int) > 0).astype(float)
