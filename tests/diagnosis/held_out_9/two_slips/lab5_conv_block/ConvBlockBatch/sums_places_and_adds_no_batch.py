# max over positions is replaced by a sum; dw keeps the last vector only.
class ConvBlockBatch(Layer):
    def forward(self, x, w):
        self.x, self.w = x, w
        self.win = np.lib.stride_tricks.sliding_window_view(x, w.shape[1], axis=1)
        self.a = self.win @ w.T
        return np.maximum(self.a, 0).sum(axis=1)

    def backward(self, dz):
        da = (self.a > 0) * dz[:, None, :]
        K = self.w.shape[1]
        dx = np.zeros(self.x.shape)
        for b in range(len(dx)):
            for p in range(da.shape[1]):
                dx[b, p:p + K] += da[b, p] @ self.w
            dw = da[b].T @ self.win[b]
        return dx, dw * 1.0
