# dw takes the last N - K + 1 entries of x for each weight, and does not move them.
class Conv1DVector(Layer):
    def forward(self, x, w):
        K = w.size
        self.cache = {"x": x.astype(float), "w": w.astype(float)}
        return np.array([np.dot(x[i:i + K], w) for i in range(x.size - K + 1)])

    def backward(self, da):
        x, w = self.cache["x"], self.cache["w"]
        K, P = w.size, da.size
        dx = sum(np.pad(da * w[k], (k, K - 1 - k)) for k in range(K))
        dw = np.array([x[-P:] @ da for k in range(K)])
        return dx, dw
