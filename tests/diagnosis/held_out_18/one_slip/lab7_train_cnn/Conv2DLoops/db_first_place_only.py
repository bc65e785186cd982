# db adds only the first place of each map (dA[n, o, 0, 0]) instead of all places
class Conv2DLoops(Layer):
    def __init__(self, stride=1, padding=0):
        self.stride, self.padding = stride, padding
    def forward(self, X, w, b):
        p = self.padding
        self.P = np.pad(X, ((0, 0), (0, 0), (p, p), (p, p))) * 1.0
        self.w = w * 1.0
        N, C, H, W = self.P.shape
        O, _, a, c = w.shape
        out = np.zeros((N, O, (H - a) // self.stride + 1, (W - c) // self.stride + 1))
        for n in range(N):
            for o in range(O):
                for i in range(out.shape[2]):
                    for j in range(out.shape[3]):
                        y, x = i * self.stride, j * self.stride
                        out[n, o, i, j] = (self.P[n, :, y:y + a, x:x + c] * self.w[o]).sum() + b[o]
        return out
    def backward(self, dA):
        dP, dw, db = np.zeros(self.P.shape), np.zeros(self.w.shape), np.zeros(len(self.w))
        a, c = self.w.shape[2:]
        for n in range(dA.shape[0]):
            for o in range(dA.shape[1]):
                db[o] += dA[n, o, 0, 0]
                for i in range(dA.shape[2]):
                    for j in range(dA.shape[3]):
                        y, x = i * self.stride, j * self.stride
                        dP[n, :, y:y + a, x:x + c] += dA[n, o, i, j] * self.w[o]
                        dw[o] += dA[n, o, i, j] * self.P[n, :, y:y + a, x:x + c]
        p = self.padding
        return dP[:, :, p:dP.shape[2] - p, p:dP.shape[3] - p].copy(), dw, db
