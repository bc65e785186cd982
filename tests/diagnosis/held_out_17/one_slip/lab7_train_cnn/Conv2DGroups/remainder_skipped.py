# goes through len(X) // 16 full groups only (one group if there are fewer than 16), so the images beyond the last full group get zeros, forward and backward
def im2col(X, kh, kw, stride=1, padding=0):
    P = np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    N, C = P.shape[:2]
    ho, wo = (P.shape[2] - kh) // stride + 1, (P.shape[3] - kw) // stride + 1
    cols = np.zeros((C, kh, kw, N, ho, wo), dtype=X.dtype)
    for u in range(kh):
        for v in range(kw):
            tap = P[:, :, u:u + stride * (ho - 1) + 1:stride, v:v + stride * (wo - 1) + 1:stride]
            cols[:, u, v] = tap.swapaxes(0, 1)
    return cols.reshape(C * kh * kw, -1)


def conv2d_backward(X, w, b, dA=None, stride=1, padding=0):
    P = np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    H, W = X.shape[2:]
    O, C, KH, KW = w.shape
    dP, dw, db = np.zeros(P.shape), np.zeros(w.shape), np.zeros(O)
    for n, o, i, j in np.ndindex(dA.shape):
        y, x, g = i * stride, j * stride, float(dA[n, o, i, j])
        dP[n, :, y:y + KH, x:x + KW] += g * w[o]
        dw[o] += g * P[n, :, y:y + KH, x:x + KW]
        db[o] += g
    return {'X': dP[:, :, padding:padding + H, padding:padding + W], 'w': dw, 'b': db}


class Conv2DGroups(Layer):
    def __init__(self, stride=1, padding=0):
        self.stride, self.padding = stride, padding

    def groups(self, N):
        return [slice(16 * g, 16 * g + 16) for g in range(max(1, N // 16))]

    def columns(self, X):
        return im2col(X, self.w.shape[2], self.w.shape[3], self.stride, self.padding)

    def forward(self, X, w, b):
        self.X, self.w, self.b = X, w, b
        s, p = self.stride, self.padding
        ho, wo = (X.shape[2] - w.shape[2] + 2 * p) // s + 1, (X.shape[3] - w.shape[3] + 2 * p) // s + 1
        A = np.zeros((len(X), len(w), ho, wo))
        for g in self.groups(len(X)):
            r = w.reshape(len(w), -1) @ self.columns(X[g]) + b[:, None]
            A[g] = r.reshape(len(w), -1, ho, wo).swapaxes(0, 1)
        return A

    def backward(self, dA):
        dX, dw, db = np.zeros(self.X.shape), np.zeros(self.w.shape), np.zeros(len(self.w))
        for g in self.groups(len(self.X)):
            part = conv2d_backward(self.X[g], self.w, self.b, dA[g], self.stride, self.padding)
            dX[g] = part['X']
            dw += part['w']
            db += part['b']
        return dX, dw, db
