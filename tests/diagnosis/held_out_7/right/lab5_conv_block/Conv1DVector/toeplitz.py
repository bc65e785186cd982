# right
# a Toeplitz matrix
class Conv1DVector(Layer):
    def forward(self, x, w):
        self.x = x.astype(float)
        n = len(x) - len(w) + 1
        self.rows = np.arange(n)[:, None] + np.arange(len(w))
        self.T = np.zeros((n, len(x)))
        self.T[np.arange(n)[:, None], self.rows] = w
        return self.T @ x

    def backward(self, da):
        return da @ self.T, da @ self.x[self.rows]
