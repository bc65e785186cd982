# Backward reads the unpadded images for dw where the padded ones belong.
class Conv2DLoops(Layer):
    """Convolution as in lab 3: for each image, filter, row and column."""

    def __init__(self, stride=1, padding=0):
        self.stride, self.padding = stride, padding

    def forward(self, X, w, b):
        """X (N, C, H, W), w (O, C, KH, KW) and b (O,) to (N, O, H_out, W_out)."""
        self.saved = X, w
        p, s = self.padding, self.stride
        P = np.pad(X, ((0, 0), (0, 0), (p, p), (p, p)))
        (N, C, H, W), (O, _, KH, KW) = P.shape, w.shape
        A = np.zeros((N, O, (H - KH) // s + 1, (W - KW) // s + 1))
        for n, o, i, j in np.ndindex(A.shape):
            A[n, o, i, j] = np.sum(P[n, :, i * s : i * s + KH, j * s : j * s + KW] * w[o]) + b[o]
        return A

    def backward(self, dA):
        """The upstream gradient (N, O, H_out, W_out) to the tuple (dX, dw, db)."""
        X, w = self.saved
        p, s = self.padding, self.stride
        KH, KW = w.shape[2:]
        Q = np.pad(X, ((0, 0), (0, 0), (0, 2 * p), (0, 2 * p)))
        dP, dw = np.zeros(Q.shape), np.zeros(w.shape)
        for n, o, i, j in np.ndindex(dA.shape):
            at = np.s_[n, :, i * s : i * s + KH, j * s : j * s + KW]
            dP[at] += dA[n, o, i, j] * w[o]
            dw[o] += dA[n, o, i, j] * Q[at]
        return dP[:, :, p : p + X.shape[2], p : p + X.shape[3]].copy(), dw, dA.sum((0, 2, 3))
