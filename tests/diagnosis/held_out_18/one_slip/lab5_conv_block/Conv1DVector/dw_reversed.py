# dw comes out in reversed order: window entries are read from right to left
class Conv1DVector(Layer):
    def forward(self, x, w):
        self.x, self.w = x * 1.0, w * 1.0
        self.P = len(x) - len(w) + 1
        return np.array([np.sum(self.x[t:t + len(w)] * self.w) for t in range(self.P)])
    def backward(self, da):
        K = len(self.w)
        dx, dw = np.zeros(len(self.x)), np.zeros(K)
        for t in range(self.P):
            for k in range(K):
                dx[t + k] += da[t] * self.w[k]
                dw[K - 1 - k] += da[t] * self.x[t + k]
        return dx, dw
