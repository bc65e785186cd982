# wrong: 1/m * dW and 1/m * db: averaged over the batch
class Dense(Layer):
    def forward(self, A_prev, W, b):
        self.cache = (A_prev, W, b)
        return np.dot(A_prev, W) + b

    def backward(self, dZ):
        A_prev, W, b = self.cache
        dZ = np.asarray(dZ, dtype=float)
        dW = 1 / len(dZ) * np.dot(A_prev.T, dZ)
        db = 1 / len(dZ) * np.sum(dZ, axis=0)
        dA_prev = np.dot(dZ, W.T)
        return dA_prev, dW, db
