# the gate of the ReLU is z >= 0 in backward, so dead filters (z == 0) send gradients to the place of their largest answer
class ConvBlockBatch(Layer):
    def forward(self, x, w):
        K = w.shape[1]
        self.x, self.w = np.array(x, dtype=float), np.array(w, dtype=float)
        win = np.stack([self.x[:, p:p + K] for p in range(x.shape[1] - K + 1)], axis=1)
        A = win @ self.w.T
        self.p = A.argmax(axis=1)
        self.z = np.maximum(A.max(axis=1), 0)
        return self.z.copy()

    def backward(self, dz):
        dx, dw = np.zeros_like(self.x), np.zeros_like(self.w)
        K = dw.shape[1]
        g = np.where(self.z >= 0, dz, 0.0)
        for b, m in np.ndindex(g.shape):
            cut = slice(self.p[b, m], self.p[b, m] + K)
            dx[b, cut] += g[b, m] * self.w[m]
            dw[m] += g[b, m] * self.x[b, cut]
        return dx, dw
