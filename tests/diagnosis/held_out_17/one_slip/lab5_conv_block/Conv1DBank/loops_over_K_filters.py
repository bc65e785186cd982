# the number of filters and their length are mixed up (K, M = w.shape), so it is wrong or raises where the bank is not square
class Conv1DBank(Layer):
    def forward(self, x, w):
        self.x, self.w = x.astype(float), w.astype(float)
        K, M = w.shape
        P = len(x) - K + 1
        A = np.zeros((M, P))
        for m in range(M):
            for p in range(P):
                A[m, p] = self.x[p:p + K] @ self.w[m]
        return A

    def backward(self, da):
        K, M = self.w.shape
        dx, dw = np.zeros(len(self.x)), np.zeros(self.w.shape)
        for m in range(M):
            for p in range(da.shape[1]):
                dx[p:p + K] += da[m, p] * self.w[m]
                dw[m] += da[m, p] * self.x[p:p + K]
        return dx, dw
