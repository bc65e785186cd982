# dX is returned with the rim of the padding, (H + 2p, W + 2p), it is not cut off
def conv2d_forward(X, w, b, stride=1, padding=0):
    P = np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    O, C, KH, KW = w.shape
    ho, wo = (P.shape[2] - KH) // stride + 1, (P.shape[3] - KW) // stride + 1
    A = np.zeros((len(X), O, ho, wo))
    for n, o, i, j in np.ndindex(A.shape):
        y, x = i * stride, j * stride
        A[n, o, i, j] = np.sum(P[n, :, y:y + KH, x:x + KW] * w[o]) + b[o]
    return A


class Conv2DLoops(Layer):
    def __init__(self, stride=1, padding=0):
        self.stride, self.padding = stride, padding

    def forward(self, X, w, b):
        p = self.padding
        self.X = np.pad(X, ((0, 0), (0, 0), (p, p), (p, p))).astype(float)
        self.w = w.astype(float)
        return conv2d_forward(X, w, b, self.stride, p)

    def backward(self, dA):
        s = self.stride
        O, C, KH, KW = self.w.shape
        dX, dw, db = np.zeros(self.X.shape), np.zeros(self.w.shape), np.zeros(O)
        for n in range(dA.shape[0]):
            for o in range(O):
                for i in range(dA.shape[2]):
                    for j in range(dA.shape[3]):
                        win = self.X[n, :, i * s:i * s + KH, j * s:j * s + KW]
                        dw[o] += dA[n, o, i, j] * win
                        dX[n, :, i * s:i * s + KH, j * s:j * s + KW] += dA[n, o, i, j] * self.w[o]
                db[o] += dA[n, o].sum()
        return dX, dw, db
