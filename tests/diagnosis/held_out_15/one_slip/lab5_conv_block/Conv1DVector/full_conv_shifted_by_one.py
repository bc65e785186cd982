# In dx the upstream gradient is padded with K zeros in front in place of K - 1, so dx is shifted by one to the right.
class Conv1DVector(Layer):
    def forward(self, x, w):
        self.x, self.w = x, w
        K = len(w)
        return np.array([np.dot(x[i:i + K], w) for i in range(len(x) - K + 1)])

    def backward(self, da):
        x, w = self.x, self.w
        K = len(w)
        g = np.concatenate([np.zeros(K), da, np.zeros(K)])
        dx = np.array([np.dot(g[i:i + K], w[::-1]) for i in range(len(x))], dtype=float)
        dw = np.array([np.dot(da, x[k:k + len(da)]) for k in range(K)], dtype=float)
        return dx, dw
