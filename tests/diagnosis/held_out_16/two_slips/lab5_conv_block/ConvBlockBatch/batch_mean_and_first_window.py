# two slips: dw is averaged over the batch, and the windows stop one too early: the last position is never looked at (unless it is the only one)
class ConvBlockBatch(Layer):
    def forward(self, x, w):
        self.x, self.w = x, w
        B, N = x.shape
        M, K = w.shape
        P = max(N - K, 1)
        a = np.zeros((B, M, P))
        for i in range(P):
            a[:, :, i] = x[:, i : i + K] @ w.T
        self.i = a.argmax(axis=2)
        self.z = np.maximum(a.max(axis=2), 0)
        return self.z.copy()

    def backward(self, dz):
        K = self.w.shape[1]
        g = dz * (self.z > 0).astype(float)
        dx, dw = np.zeros(self.x.shape), np.zeros(self.w.shape)
        for b in range(len(self.x)):
            for m in range(len(self.w)):
                at = slice(self.i[b, m], self.i[b, m] + K)
                dx[b, at] += g[b, m] * self.w[m]
                dw[m] += g[b, m] * self.x[b, at] / len(self.x)
        return dx, dw
