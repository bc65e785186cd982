# the columns of windows are stacked from the last tap to the first, so forward turns every filter round (backward is that of the right layer)
class Conv1DBank(Layer):
    def forward(self, x, w):
        self.x, self.w = x, w
        K = w.shape[1]
        n = len(x) - K + 1
        rows = np.stack([x[K - 1 - k:K - 1 - k + n] for k in range(K)])
        return w @ rows

    def backward(self, da):
        K = self.w.shape[1]
        n = da.shape[1]
        dx = np.zeros(len(self.x))
        for k in range(K):
            dx[k:k + n] += self.w[:, k] @ da
        dw = np.stack([da @ self.x[k:k + n] for k in range(K)], axis=1) * 1.0
        return dx, dw.astype(np.float64)
