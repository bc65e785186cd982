# dw is assigned for each vector of the batch, not added up: only the last live vector counts for each filter
class ConvBlockBatch(Layer):
    def forward(self, x, w):
        B, N = x.shape
        M, K = w.shape
        self.x, self.w = x, w
        self.z = np.zeros((B, M))
        self.at = np.zeros((B, M), dtype=int)
        for b in range(B):
            for m in range(M):
                answers = [np.dot(x[b, i : i + K], w[m]) for i in range(N - K + 1)]
                self.at[b, m] = int(np.argmax(answers))
                self.z[b, m] = max(0, max(answers))
        return self.z.copy()

    def backward(self, dz):
        dx = np.zeros(self.x.shape)
        dw = np.zeros(self.w.shape)
        K = self.w.shape[1]
        for b in range(len(self.x)):
            for m in range(len(self.w)):
                if self.z[b, m] > 0:
                    i = self.at[b, m]
                    dx[b, i : i + K] += dz[b, m] * self.w[m]
                    dw[m] = dz[b, m] * self.x[b, i : i + K]
        return dx, dw
