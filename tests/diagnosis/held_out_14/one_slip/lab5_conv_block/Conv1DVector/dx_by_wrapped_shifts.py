# dx adds up copies of the padded da shifted with np.roll to the left instead of to the right, so the shares go the wrong way and wrap round
class Conv1DVector(Layer):
    def forward(self, x, w):
        self.x, self.w = x, w
        n = len(x) - len(w) + 1
        return sum(w[k] * x[k:k + n] for k in range(len(w)))

    def backward(self, da):
        K, n = len(self.w), len(da)
        full = np.concatenate([da, np.zeros(K - 1)]).astype(np.float64)
        dx = sum(self.w[k] * np.roll(full, -k) for k in range(K))
        dw = np.array([np.dot(da, self.x[k:k + n]) for k in range(K)], dtype=np.float64)
        return dx.astype(np.float64), dw
