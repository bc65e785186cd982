# [[0.0] * P] * M makes M names of one row, all rows show the last filter
class Conv1DBank(Layer):
    def forward(self, x, w):
        self.x, self.w = x, w
        M, K = w.shape
        P = len(x) - K + 1
        out = [[0.0] * P] * M
        for m in range(M):
            for p in range(P):
                out[m][p] = float(np.sum(x[p:p + K] * w[m]))
        return np.array(out)

    def backward(self, da):
        M, K = self.w.shape
        dx = np.zeros(len(self.x))
        dw = np.zeros((M, K))
        for m in range(M):
            for p in range(da.shape[1]):
                for k in range(K):
                    dx[p + k] += float(da[m, p]) * self.w[m, k]
                    dw[m, k] += float(da[m, p]) * self.x[p + k]
        return dx, dw
