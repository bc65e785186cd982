# only one winning place is remembered for each vector, that of the last filter, and used for all filters on the way back
class ConvBlockBatch(Layer):
    def forward(self, x, w):
        self.x, self.w = x, w
        B, (M, K) = len(x), w.shape
        P = x.shape[1] - K + 1
        self.z = np.zeros((B, M))
        self.where = np.zeros(B, dtype=int)
        for b in range(B):
            for m in range(M):
                answers = np.array([x[b, i : i + K] @ w[m] for i in range(P)])
                self.where[b] = answers.argmax()
                self.z[b, m] = max(answers.max(), 0)
        return self.z.copy()

    def backward(self, dz):
        dx, dw = np.zeros(self.x.shape), np.zeros(self.w.shape)
        K = self.w.shape[1]
        for b, m in np.argwhere(self.z > 0):
            i = self.where[b]
            dx[b, i : i + K] += float(dz[b, m]) * self.w[m]
            dw[m] += float(dz[b, m]) * self.x[b, i : i + K]
        return dx, dw
