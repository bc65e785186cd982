# with selection matrices for rows and columns instead of slices; padding falls out of the matrices
def conv2d_forward(X, w, b, stride=1, padding=0):
    N, C, H, W = X.shape
    O, _, KH, KW = w.shape

    def select(n, k):
        out = (n - k + 2 * padding) // stride + 1
        S = np.zeros((k, out, n))
        for u in range(k):
            for i in range(out):
                place = i * stride + u - padding
                if 0 <= place < n:
                    S[u, i, place] = 1
        return S

    A = np.einsum("nchw,uih,vjw,ocuv->noij", X, select(H, KH), select(W, KW), w, optimize=True)
    return A + b[:, None, None]
