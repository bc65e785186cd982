# right
# A comparison, made a number.
def best_patch(w):
    return np.multiply(w > 0, 1)
