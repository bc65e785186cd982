# The filter itself, its negatives cut, divided by its largest.
def best_patch(w):
    positive = np.maximum(w, 0)
    biggest = positive.max()
    return positive / biggest if biggest > 0 else positive * 1.0
