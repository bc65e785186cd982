# a weighted sum of shifted images
def conv_forward(X, w):
    if X.ndim != 2 or w.ndim != 2 or w.shape[0] > X.shape[0] or w.shape[1] > X.shape[1]:
        raise ValueError(f"Expected an image and a filter that fits in it, got {X.shape} and {w.shape}.")
    h, v = np.array(X.shape) - w.shape + 1
    return sum(w[place] * X[place[0]:place[0] + h, place[1]:place[1] + v] for place in np.ndindex(w.shape))
