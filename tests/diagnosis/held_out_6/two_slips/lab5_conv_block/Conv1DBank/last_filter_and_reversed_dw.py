# wrong: dx keeps only the last filter's part; the gradient of each filter is reversed
class Conv1DBank(Layer):
    def forward(self, x, w):
        self.x, self.w = x, w
        M, K = w.shape
        self.windows = np.stack([x[i : len(x) - K + 1 + i] for i in range(K)])
        return w @ self.windows

    def backward(self, da):
        M, K = self.w.shape
        P = da.shape[1]
        dw = np.zeros((M, K))
        for m in range(M):
            dx = np.zeros(len(self.x))
            for t in range(P):
                dx[t : t + K] += da[m, t] * self.w[m]
            dw[m] = (self.windows @ da[m])[::-1]
        return dx, dw
