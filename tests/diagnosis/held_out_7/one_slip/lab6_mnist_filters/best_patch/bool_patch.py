# the patch is of True and False
def best_patch(w):
    patch = w > 0
    return patch
