# right
def conv_forward(X, w):
    if X.ndim != 2 or w.ndim != 2 or w.shape[0] > X.shape[0] or w.shape[1] > X.shape[1]:
        raise ValueError(
            f"Expected an image and a filter that fits in it, got {X.shape} and {w.shape}."
        )
    rows, cols = np.subtract(X.shape, w.shape) + 1
    return sum(
        weight * X[r : r + rows, c : c + cols] for (r, c), weight in np.ndenumerate(w)
    )
