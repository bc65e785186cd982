# backward returns the tuple in the order (db, dw, dX)
def conv2d_forward(X, w, b, stride=1, padding=0):
    P = np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    O, C, KH, KW = w.shape
    ho, wo = (P.shape[2] - KH) // stride + 1, (P.shape[3] - KW) // stride + 1
    A = np.zeros((len(X), O, ho, wo))
    for n, o, i, j in np.ndindex(A.shape):
        y, x = i * stride, j * stride
        A[n, o, i, j] = np.sum(P[n, :, y:y + KH, x:x + KW] * w[o]) + b[o]
    return A


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


class Conv2DLoops(Layer):
    def __init__(self, stride=1, padding=0):
        self.stride, self.padding = stride, padding

    def forward(self, X, w, b):
        self.saved = X, w, b
        return conv2d_forward(X, w, b, self.stride, self.padding)

    def backward(self, dA):
        grads = conv2d_backward(*self.saved, dA, self.stride, self.padding)
        return tuple(grads[k] for k in ('b', 'w', 'X'))
