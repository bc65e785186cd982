# the result is boolean (True and False) and not numbers; a weight of 0 gives a full pixel (>=)
def best_patch(w):
    return w >= 0
