# the buffers of all three gradients are float32
class Conv2DLoops(Layer):
    def __init__(self, stride=1, padding=0):
        self.stride, self.padding = stride, padding

    def forward(self, X, w, b):
        self.X, self.w, self.b = X, w, b
        p, s = self.padding, self.stride
        (N, C, H, W), (O, _, KH, KW) = X.shape, w.shape
        self.P = np.zeros((N, C, H + 2 * p, W + 2 * p))
        self.P[:, :, p : p + H, p : p + W] = X
        A = np.zeros((N, O, (H + 2 * p - KH) // s + 1, (W + 2 * p - KW) // s + 1))
        for n, o, i, j in np.ndindex(A.shape):
            A[n, o, i, j] = np.vdot(self.P[n, :, i * s : i * s + KH, j * s : j * s + KW], w[o]) + b[o]
        return A

    def backward(self, dA):
        p, s = self.padding, self.stride
        H, W = self.X.shape[2:]
        KH, KW = self.w.shape[2:]
        dP = np.zeros(self.P.shape, dtype=np.float32)
        dw = np.zeros(self.w.shape, dtype=np.float32)
        db = np.zeros(self.b.shape, dtype=np.float32)
        for n, o, i, j in np.ndindex(dA.shape):
            g = float(dA[n, o, i, j])
            dP[n, :, i * s : i * s + KH, j * s : j * s + KW] += g * self.w[o].astype(np.float32)
            dw[o] += (g * self.P[n, :, i * s : i * s + KH, j * s : j * s + KW]).astype(np.float32)
            db[o] += np.float32(g)
        return dP[:, :, p : p + H, p : p + W].copy(), dw, db
