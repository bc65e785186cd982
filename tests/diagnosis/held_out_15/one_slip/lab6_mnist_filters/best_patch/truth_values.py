# Returns the array of True and False itself and no numbers.
def best_patch(w):
    best = np.greater(w, 0)
    return best
