# In the manner of cs231n's affine_forward / affine_backward; the cache holds (x, w, b) but for dx the weights are reshaped to (K, D) instead of transposed.
def affine_forward(x, w, b):
    out = x.reshape(x.shape[0], -1).dot(w) + b
    cache = (x, w, b)
    return out, cache


def affine_backward(dout, cache):
    x, w, b = cache
    dx = dout.dot(w.reshape(dout.shape[1], -1)).reshape(x.shape)
    dw = x.reshape(x.shape[0], -1).T.dot(dout)
    db = np.sum(dout, axis=0)
    return dx, dw, db


class Dense(Layer):
    def forward(self, X, W, b):
        out, self.cache = affine_forward(X, W, b)
        return out

    def backward(self, dA):
        return affine_backward(np.asarray(dA, dtype=np.float64), self.cache)
