# wrong: db keeps the summed axis, (1, K) instead of (K,)
class Dense(Layer):
    def linear_forward(self, A, W, b):
        Z = np.dot(W.T, A.T).T + b
        cache = (A, W, b)
        return Z, cache

    def linear_backward(self, dZ, cache):
        A_prev, W, b = cache
        dW = np.dot(dZ.T, A_prev).T
        db = np.sum(dZ, axis=0, keepdims=True)
        dA_prev = np.dot(W, dZ.T).T
        return dA_prev, dW, db

    def forward(self, X, W, b):
        Z, self.linear_cache = self.linear_forward(X, W, b)
        return Z

    def backward(self, dA):
        return self.linear_backward(np.array(dA, dtype=float), self.linear_cache)
