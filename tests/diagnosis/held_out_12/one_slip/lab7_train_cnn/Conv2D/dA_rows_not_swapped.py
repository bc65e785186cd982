# The upstream gradient is reshaped to (O, ...) without exchanging images and filters first, when dw is computed.
class Conv2D(Layer):
    """Convolution of images with filters.

    Parameters
    ----------
    stride, padding : int
    """

    def __init__(self, stride=1, padding=0):
        self.stride, self.padding = stride, padding

    def forward(self, X, w, b):
        """X (N, C, H, W), w (O, C, KH, KW) and b (O,) to (N, O, H_out, W_out)."""
        self.X, self.w = X, w
        KH, KW = w.shape[2:]
        p, s = self.padding, self.stride
        self.P = np.pad(X, ((0, 0), (0, 0), (p, p), (p, p)))
        self.win = np.lib.stride_tricks.sliding_window_view(self.P, (KH, KW), axis=(2, 3))[:, :, ::s, ::s]
        return np.einsum("nchvij,ocij->nohv", self.win, w) + b[:, None, None]

    def backward(self, dA):
        """The upstream gradient (N, O, H_out, W_out) to the tuple (dX, dw, db)."""
        p, s = self.padding, self.stride
        O, C, KH, KW = self.w.shape
        h, v = dA.shape[2:]
        cols = self.win.transpose(1, 4, 5, 0, 2, 3).reshape(C * KH * KW, -1)
        dw = (dA.reshape(O, -1) @ cols.T).reshape(self.w.shape)
        dP = np.zeros(self.P.shape)
        for u in range(KH):
            for t in range(KW):
                dP[:, :, u : u + s * (h - 1) + 1 : s, t : t + s * (v - 1) + 1 : s] += np.einsum("nohv,oc->nchv", dA, self.w[:, :, u, t])
        H, W = self.X.shape[2:]
        return dP[:, :, p : p + H, p : p + W].copy(), dw, dA.sum(axis=(0, 2, 3))
