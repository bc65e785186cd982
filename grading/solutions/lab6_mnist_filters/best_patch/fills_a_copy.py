"""A copy that is written to by masks."""


def best_patch(w):
    patch = w.copy()
    patch[w > 0] = 1
    patch[w <= 0] = 0
    return patch
