# CS231n's affine layer with L2 regularisation mixed into dW
def affine_backward(dout, cache, reg=1e-3):
    x, w, b = cache
    dx = dout.dot(w.T)
    dw = x.T.dot(dout) + reg * w
    db = np.sum(dout, axis=0)
    return dx, dw, db


class Dense(Layer):
    def forward(self, X, W, b):
        x = X.reshape(X.shape[0], -1)
        self.cache = (x, W, b)
        return x.dot(W) + b

    def backward(self, dA):
        return affine_backward(dA.astype(np.float64), self.cache)
