# backward runs over the K entries of a filter where it should run over the N - K + 1 places: further places are left out, or there are too few (IndexError)
class Conv1DBank(Layer):
    def forward(self, x, w):
        self.x, self.w = x, w
        M, K = w.shape
        a = np.zeros((M, len(x) - K + 1))
        for m in range(M):
            for i in range(len(x) - K + 1):
                for k in range(K):
                    a[m, i] += w[m, k] * x[i + k]
        return a

    def backward(self, da):
        M, K = self.w.shape
        dx, dw = np.zeros(len(self.x)), np.zeros((M, K))
        for m in range(M):
            for i in range(K):
                for k in range(K):
                    dx[i + k] += da[m, i] * self.w[m, k]
                    dw[m, k] += da[m, i] * self.x[i + k]
        return dx, dw
