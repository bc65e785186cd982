# Coursera's linear_backward: dW and db carry 1/m, m being the number of rows, although the loss has divided already
class Dense(Layer):
    def forward(self, A_prev, W, b):
        Z = np.dot(A_prev, W) + b
        self.linear_cache = (A_prev, W, b)
        return Z

    def backward(self, dZ):
        A_prev, W, b = self.linear_cache
        m = A_prev.shape[0]
        dZ = np.asarray(dZ, dtype=np.float64)
        dW = 1. / m * np.dot(A_prev.T, dZ)
        db = 1. / m * np.sum(dZ, axis=0)
        dA_prev = np.dot(dZ, W.T)
        return dA_prev, dW, db
