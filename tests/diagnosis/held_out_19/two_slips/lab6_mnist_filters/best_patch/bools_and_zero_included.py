# returns True and False; weight 0 counts as positive (>=)
def best_patch(w):
    return np.greater_equal(w, 0)
