# wrong: the filter is turned by 90 degrees, not 180
def _rot180(k):
    return np.flipud(np.fliplr(k))

def _correlate_valid(a, k):
    h, w = a.shape[0] - k.shape[0] + 1, a.shape[1] - k.shape[1] + 1
    return np.array([[float((a[i:i + k.shape[0], j:j + k.shape[1]] * k).sum()) for j in range(w)] for i in range(h)])

def conv_backward(X, w, dA=None):
    if dA is None:
        dA = np.ones((X.shape[0] - w.shape[0] + 1, X.shape[1] - w.shape[1] + 1))
    kh, kw = w.shape
    wide = np.pad(dA, ((kh - 1, kh - 1), (kw - 1, kw - 1)))
    return {"X": _correlate_valid(wide, np.rot90(w) if w.shape[0] == w.shape[1] else _rot180(w)), "w": _correlate_valid(X, dA)}
