# Each row uses the first filter.
class Conv1DBank(Layer):
    def forward(self, x, w):
        self.x, self.w = x.copy(), w.copy()
        M, K = w.shape
        P = x.size - K + 1
        out = np.zeros((M, P), dtype=np.result_type(x, w))
        for m in range(M):
            for i in range(P):
                out[m, i] = np.sum(x[i:i + K] * w[0])
        return out

    def backward(self, da):
        M, K = self.w.shape
        dx, dw = np.zeros(self.x.shape), np.zeros(self.w.shape)
        for m in range(M):
            for i in range(da.shape[1]):
                dx[i:i + K] += da[m, i] * self.w[m]
                dw[m] += da[m, i] * self.x[i:i + K]
        return dx, dw
