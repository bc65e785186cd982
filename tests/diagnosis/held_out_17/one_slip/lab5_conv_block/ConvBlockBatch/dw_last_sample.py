# dw is reset for every vector of the batch, so it holds the last vector's share only
class ConvBlockBatch(Layer):
    def forward(self, x, w):
        self.x, self.w = x, w
        B, N = x.shape
        M, K = w.shape
        self.pos = -np.ones((B, M), dtype=int)
        z = np.zeros((B, M))
        for b in range(B):
            for m in range(M):
                for p in range(N - K + 1):
                    a = float(np.dot(x[b, p:p + K], w[m]))
                    if a > z[b, m]:
                        z[b, m], self.pos[b, m] = a, p
        return z

    def backward(self, dz):
        dx = np.zeros(self.x.shape)
        K = self.w.shape[1]
        for b in range(len(self.x)):
            dw = np.zeros(self.w.shape)
            for m in range(len(self.w)):
                p = self.pos[b, m]
                if p < 0:
                    continue
                dx[b, p:p + K] += dz[b, m] * self.w[m]
                dw[m] += dz[b, m] * self.x[b, p:p + K]
        return dx, dw
