# dA is reshaped to (O, N*H_out*W_out) without exchanging its first two axes, which mixes images and filters in dX, dw and db
class Conv2D(Layer):
    def __init__(self, stride=1, padding=0):
        self.stride, self.padding = stride, padding

    def windows(self, P, kh, kw):
        s = self.stride
        return np.lib.stride_tricks.sliding_window_view(P, (kh, kw), axis=(2, 3))[:, :, ::s, ::s]

    def forward(self, X, w, b):
        p = self.padding
        self.X, self.w = X, w
        P = np.pad(X, [(0, 0), (0, 0), (p, p), (p, p)])
        V = self.windows(P, *w.shape[2:])
        self.P, self.V = P, V
        return np.einsum('ncijuv,ocuv->noij', V, w) + b[:, None, None]

    def backward(self, dA):
        O, C, kh, kw = self.w.shape
        N, _, Ho, Wo = dA.shape
        d = dA.reshape(O, -1).astype(np.float64)
        K = self.V.transpose(1, 4, 5, 0, 2, 3).reshape(C * kh * kw, -1)
        dw = (d @ K.T).reshape(self.w.shape)
        dK = (self.w.reshape(O, -1).T @ d).reshape(C, kh, kw, N, Ho, Wo)
        dP = np.zeros(self.P.shape)
        for u, v in np.ndindex(kh, kw):
            self_windows = dP[:, :, u:u + self.stride * Ho:self.stride, v:v + self.stride * Wo:self.stride]
            self_windows += dK[:, u, v].transpose(1, 0, 2, 3)
        p = self.padding
        H, W = self.X.shape[2:]
        return dP[:, :, p:p + H, p:p + W], dw, d.sum(axis=1)
