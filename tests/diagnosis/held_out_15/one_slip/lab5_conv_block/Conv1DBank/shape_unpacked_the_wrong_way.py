# Unpacks the filters' shape as K, M = w.shape, so windows are as long as there are filters; it raises where w is not square.
class Conv1DBank(Layer):
    def forward(self, x, w):
        K, M = w.shape
        self.x, self.w, self.K = x, w, K
        P = len(x) - K + 1
        a = np.zeros((M, P))
        for m in range(M):
            for i in range(P):
                a[m, i] = np.sum(w[m] * x[i:i + K])
        return a

    def backward(self, da):
        dx = np.zeros(self.x.shape)
        dw = np.zeros(self.w.shape)
        for m in range(da.shape[0]):
            for i in range(da.shape[1]):
                dx[i:i + self.K] += da[m, i] * self.w[m]
                dw[m] += da[m, i] * self.x[i:i + self.K]
        return dx, dw
