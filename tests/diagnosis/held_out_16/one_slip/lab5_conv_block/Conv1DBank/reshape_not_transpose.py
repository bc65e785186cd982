# the answers lie as places by filters and are brought to (M, places) by reshape instead of a transpose, which shuffles them
class Conv1DBank(Layer):
    def forward(self, x, w):
        self.x, self.w = x, w
        M, K = w.shape
        self.win = np.array([x[i : i + K] for i in range(len(x) - K + 1)])
        return (self.win @ w.T).reshape(M, -1)

    def backward(self, da):
        da = da.astype(np.float64)
        dx = np.zeros(len(self.x))
        for i, column in enumerate(da.T):
            dx[i : i + self.w.shape[1]] += column @ self.w
        return dx, da @ self.win
