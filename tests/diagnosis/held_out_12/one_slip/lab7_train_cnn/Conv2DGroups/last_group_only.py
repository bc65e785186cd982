# db is summed over the places of the first image only.
class Conv2DGroups(Layer):
    """Convolution by im2col, sixteen images at a time, with the images as the last axis."""

    def __init__(self, stride=1, padding=0):
        self.stride, self.padding = stride, padding

    def forward(self, X, w, b):
        """X (N, C, H, W), w (O, C, KH, KW) and b (O,) to (N, O, H_out, W_out)."""
        self.X, self.w, s = X, w, self.stride
        K = self.columns(X)
        self.hv = K.shape[1:3]
        A = np.einsum("ok,khvn->nohv", w.reshape(len(w), -1), K)
        return A + b[:, None, None]

    def columns(self, X):
        """Help both: the windows of some images as columns, by output row, column and image."""
        p, s = self.padding, self.stride
        P = np.pad(X, ((0, 0), (0, 0), (p, p), (p, p)))
        KH, KW = self.w.shape[2:]
        win = np.lib.stride_tricks.sliding_window_view(P, (KH, KW), axis=(2, 3))[:, :, ::s, ::s]
        n, c, h, v = win.shape[:4]
        return win.transpose(1, 4, 5, 2, 3, 0).reshape(c * KH * KW, h, v, n)

    def backward(self, dA):
        """The upstream gradient (N, O, H_out, W_out) to the tuple (dX, dw, db)."""
        p, s = self.padding, self.stride
        N, C, H, W = self.X.shape
        O, _, KH, KW = self.w.shape
        h, v = dA.shape[2:]
        dP = np.zeros((N, C, H + 2 * p, W + 2 * p))
        for u in range(KH):
            for t in range(KW):
                dP[:, :, u : u + s * (h - 1) + 1 : s, t : t + s * (v - 1) + 1 : s] += np.einsum("nohv,oc->nchv", dA, self.w[:, :, u, t])
        dw = np.zeros(self.w.shape)
        for start in range(0, N, 16):
            part = slice(start, start + 16)
            dw += np.einsum("nohv,khvn->ok", dA[part], self.columns(self.X[part])).reshape(self.w.shape)
        return dP[:, :, p : p + H, p : p + W].copy(), dw, dA[0].sum(axis=(1, 2), dtype=float)
