# numpy-CNN repository: the input gradient uses rotate180 of dA in place of the filter.
def rotate180(k):
    return k[::-1, ::-1]


def valid(a, k):
    oh, ow = a.shape[0] - k.shape[0] + 1, a.shape[1] - k.shape[1] + 1
    return np.array([[np.sum(a[r : r + k.shape[0], c : c + k.shape[1]] * k) for c in range(ow)] for r in range(oh)])


def conv_backward(X, w, dA=None):
    kh, kw = w.shape
    if dA is None:
        dA = np.ones((X.shape[0] - kh + 1, X.shape[1] - kw + 1))
    delta = dA.astype(float)
    padded = np.pad(rotate180(delta), ((kh - 1, kh - 1), (kw - 1, kw - 1)))
    return {"X": valid(padded, w.astype(float)), "w": valid(X.astype(float), delta)}
