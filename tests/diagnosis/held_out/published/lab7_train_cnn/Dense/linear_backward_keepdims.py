# wrong: db keeps its axis: (1, K)
class Dense(Layer):
    def forward(self, A_prev, W, b):
        self.cache = (A_prev, W, b)
        return np.dot(A_prev, W) + b

    def backward(self, dZ):
        A_prev, W, b = self.cache
        dZ = np.asarray(dZ, dtype=float)
        dW = np.dot(A_prev.T, dZ)
        db = np.sum(dZ, axis=0, keepdims=True)
        dA_prev = np.dot(dZ, W.T)
        return dA_prev, dW, db
