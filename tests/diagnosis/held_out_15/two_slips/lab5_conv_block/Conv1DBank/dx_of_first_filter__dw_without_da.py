# dx counts the first filter only, and dw sums the windows of x without the upstream gradient.
class Conv1DBank(Layer):
    def forward(self, x, w):
        self.x, self.w = x, w
        self.windows = np.array([x[i:i + w.shape[1]] for i in range(len(x) - w.shape[1] + 1)])
        return (self.windows @ w.T).T.copy()

    def backward(self, da):
        M, K = self.w.shape
        dx = np.zeros(len(self.x))
        for i in range(da.shape[1]):
            dx[i:i + K] += da[0, i] * self.w[0]
        dw = np.array([self.windows.sum(axis=0) for _ in range(M)], dtype=float)
        return dx, dw
