# right: adds up shifted copies of the image, one for each tap, with slices made by np.s_ and ogrid indices.
def conv_forward(X, w):
    if X.ndim != 2 or w.ndim != 2 or w.shape[0] > X.shape[0] or w.shape[1] > X.shape[1]:
        raise ValueError(
            f"Expected an image and a filter that fits in it, got {X.shape} and {w.shape}."
        )
    HO, WO = X.shape[0] - w.shape[0] + 1, X.shape[1] - w.shape[1] + 1
    rows, cols = np.ogrid[:HO, :WO]
    return sum(w[tap] * X[rows + tap[0], cols + tap[1]] for tap in np.ndindex(w.shape))
