# As in a book: affine layer, db summed over the wrong axis.
class Dense(Layer):
    def __init__(self):
        self.x = None
        self.W = None
        self.original_x_shape = None

    def forward(self, X, W, b):
        self.original_x_shape = X.shape
        X = X.reshape(X.shape[0], -1)
        self.x = X
        self.W = W
        out = np.dot(self.x, W) + b
        return out

    def backward(self, dA):
        dA = np.asarray(dA, dtype=np.float64)
        dx = np.dot(dA, self.W.T)
        self.dW = np.dot(self.x.T, dA)
        self.db = np.sum(dA, axis=1)
        dx = dx.reshape(*self.original_x_shape)
        return dx, self.dW, self.db
