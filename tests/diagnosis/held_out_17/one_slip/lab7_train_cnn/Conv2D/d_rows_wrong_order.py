# dA is reshaped to (O, -1) directly, without moving the filter axis to the front, so images and filters are mixed in dw, dX and db
def im2col(X, kh, kw, stride=1, padding=0):
    P = np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    N, C = P.shape[:2]
    ho, wo = (P.shape[2] - kh) // stride + 1, (P.shape[3] - kw) // stride + 1
    cols = np.zeros((C, kh, kw, N, ho, wo), dtype=X.dtype)
    for u in range(kh):
        for v in range(kw):
            tap = P[:, :, u:u + stride * (ho - 1) + 1:stride, v:v + stride * (wo - 1) + 1:stride]
            cols[:, u, v] = tap.swapaxes(0, 1)
    return cols.reshape(C * kh * kw, -1)


def conv2d_im2col(X, w, b, stride=1, padding=0):
    O, C, KH, KW = w.shape
    ho = (X.shape[2] - KH + 2 * padding) // stride + 1
    A = w.reshape(O, -1) @ im2col(X, KH, KW, stride, padding) + b[:, None]
    return A.reshape(O, len(X), ho, -1).swapaxes(0, 1).copy()


class Conv2D(Layer):
    def __init__(self, stride=1, padding=0):
        self.s, self.p = stride, padding

    def forward(self, X, w, b):
        self.args = X.shape, w.astype(float)
        self.cols = im2col(X, w.shape[2], w.shape[3], self.s, self.p).astype(float)
        return conv2d_im2col(X, w, b, self.s, self.p)

    def backward(self, dA):
        (N, C, H, W), w = self.args
        O, _, KH, KW = w.shape
        ho, wo = dA.shape[2:]
        d = np.array(dA, dtype=float).reshape(O, -1)
        dcols = (w.reshape(O, -1).T @ d).reshape(C, KH, KW, N, ho, wo)
        big = np.zeros((C, N, H + 2 * self.p, W + 2 * self.p))
        for u, v in np.ndindex(KH, KW):
            for i in range(ho):
                for j in range(wo):
                    big[:, :, i * self.s + u, j * self.s + v] += dcols[:, u, v, :, i, j]
        dX = big.swapaxes(0, 1)[:, :, self.p:self.p + H, self.p:self.p + W]
        return dX, (d @ self.cols.T).reshape(w.shape), d.sum(axis=1)
