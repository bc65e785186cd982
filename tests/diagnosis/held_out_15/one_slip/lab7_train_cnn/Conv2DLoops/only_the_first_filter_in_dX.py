# In backward dX uses the filter self.w[0] for all output maps in place of self.w[o].
class Conv2DLoops(Layer):
    def __init__(self, stride=1, padding=0):
        self.stride = stride
        self.padding = padding

    def forward(self, X, w, b):
        p, s = self.padding, self.stride
        self.X, self.w = X, w
        N, C, H, W = X.shape
        O, C, KH, KW = w.shape
        self.Xp = np.zeros((N, C, H + 2 * p, W + 2 * p))
        self.Xp[:, :, p:p + H, p:p + W] = X
        Ho = (H + 2 * p - KH) // s + 1
        Wo = (W + 2 * p - KW) // s + 1
        out = np.zeros((N, O, Ho, Wo))
        for n in range(N):
            for o in range(O):
                for i in range(Ho):
                    for j in range(Wo):
                        win = self.Xp[n, :, i * s:i * s + KH, j * s:j * s + KW]
                        out[n, o, i, j] = (win * w[o]).sum() + b[o]
        return out

    def backward(self, dA):
        p, s = self.padding, self.stride
        N, C, H, W = self.X.shape
        O, _, KH, KW = self.w.shape
        dXp = np.zeros_like(self.Xp)
        dw = np.zeros(self.w.shape)
        db = np.zeros(O)
        for n in range(N):
            for o in range(O):
                for i in range(dA.shape[2]):
                    for j in range(dA.shape[3]):
                        g = float(dA[n, o, i, j])
                        rows, cols = slice(i * s, i * s + KH), slice(j * s, j * s + KW)
                        dXp[n, :, rows, cols] += g * self.w[0]
                        dw[o] += g * self.Xp[n, :, rows, cols]
                        db[o] += g
        return dXp[:, :, p:p + H, p:p + W].copy(), dw, db
