# dw is reset for every vector of the minibatch
class ConvBlockBatch(Layer):
    def forward(self, x, w):
        self.x, self.w = x, w
        B, N = x.shape
        M, K = w.shape
        z = np.zeros((B, M))
        self.best = np.zeros((B, M), dtype=int)
        for b in range(B):
            for m in range(M):
                a = np.array([np.dot(x[b, i : i + K], w[m]) for i in range(N - K + 1)])
                h = np.maximum(a, 0)
                self.best[b, m] = np.argmax(h)
                z[b, m] = h.max()
        self.z = z.copy()
        return z

    def backward(self, dz):
        M, K = self.w.shape
        dx = np.zeros(self.x.shape)
        dw = np.zeros(self.w.shape)
        for b in range(len(self.x)):
            dw = np.zeros(self.w.shape)
            for m in range(M):
                if self.z[b, m] > 0:
                    i = self.best[b, m]
                    dx[b, i : i + K] += dz[b, m] * self.w[m]
                    dw[m] += dz[b, m] * self.x[b, i : i + K]
        return dx, dw
