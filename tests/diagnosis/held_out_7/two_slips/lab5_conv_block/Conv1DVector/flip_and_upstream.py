# dx is not turned round; dw ignores the upstream gradient
class Conv1DVector(Layer):
    def forward(self, x, w):
        self.x, self.w = x, w
        self.n = len(x) - len(w) + 1
        return np.array([(x[i : i + len(w)] * w).sum() for i in range(self.n)])

    def backward(self, da):
        K, N = len(self.w), len(self.x)
        dx, dw = np.zeros(N), np.zeros(K)
        for i in range(self.n):
            for k in range(K):
                dx[i + k] += da[i] * self.w[K - 1 - k]
                dw[k] += self.x[i + k]
        return dx, dw
