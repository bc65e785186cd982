# Uses the height of the filter for its width as well.
def conv_forward(X, w):
    if X.ndim != 2 or w.ndim != 2 or w.shape[0] > X.shape[0] or w.shape[1] > X.shape[1]:
        raise ValueError(
            f"Expected an image and a filter that fits in it, got {X.shape} and {w.shape}."
        )
    k = w.shape[0]
    rows, cols = X.shape[0] - k + 1, X.shape[1] - k + 1
    return np.array(
        [[np.vdot(X[r : r + k, c : c + k], w) for c in range(cols)] for r in range(rows)]
    )
