# dx meets the filter unflipped in the full convolution; dw is a mean.
class Conv1DVector(Layer):
    def forward(self, x, w):
        self.x, self.w = x, w
        n = len(x) - len(w) + 1
        return np.array([sum(x[i + k] * w[k] for k in range(len(w))) for i in range(n)])

    def backward(self, da):
        K, n = len(self.w), len(da)
        wide = np.concatenate([np.zeros(K - 1), da, np.zeros(K - 1)])
        dx = np.array([wide[i:i + K] @ self.w for i in range(len(self.x))], dtype=float)
        dw = np.array([np.mean(self.x[k:k + n] * da) for k in range(K)], dtype=float)
        return dx, dw
