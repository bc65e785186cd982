# wrong: dx is that of the last filter alone (= for +=)
class Conv1DBank(Layer):
    def forward(self, x, w):
        self.x, self.w = np.array(x, float), np.array(w, float)
        M, K = w.shape
        n = len(x) - K + 1
        return np.array([[np.dot(x[t : t + K], w[m]) for t in range(n)] for m in range(M)])

    def backward(self, da):
        M, K = self.w.shape
        n = len(self.x) - K + 1
        dw = np.zeros((M, K))
        for m in range(M):
            dx = np.zeros(len(self.x))
            for t in range(n):
                dx[t : t + K] += da[m, t] * self.w[m]
                dw[m] += da[m, t] * self.x[t : t + K]
        return dx, dw
