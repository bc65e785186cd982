# Multiplies window and filter with @ and adds up the entries, a matrix product instead of place by place.
def conv_forward(X, w):
    if X.ndim != 2 or w.ndim != 2 or w.shape[0] > X.shape[0] or w.shape[1] > X.shape[1]:
        raise ValueError(
            f"Expected an image and a filter that fits in it, got {X.shape} and {w.shape}."
        )
    KH, KW = w.shape
    out = []
    for top in range(X.shape[0] - KH + 1):
        line = []
        for left in range(X.shape[1] - KW + 1):
            window = X[top : top + KH, left : left + KW]
            line.append(np.sum(window @ w.T))
        out.append(line)
    return np.array(out)
