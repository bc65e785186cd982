# no ReLU in forward or backward; dx is assigned, so that the last filter overwrites the others
class ConvBlockBatch(Layer):
    def forward(self, x, w):
        self.x, self.w = x, w
        self.K = w.shape[1]
        windows = np.lib.stride_tricks.sliding_window_view(x, self.K, axis=1)
        scores = windows @ w.T
        self.arg = scores.argmax(axis=1)
        return scores.max(axis=1)

    def backward(self, dz):
        dx = np.zeros(self.x.shape)
        dw = np.zeros(self.w.shape)
        for b, m in np.ndindex(*dz.shape):
            i = self.arg[b, m]
            dx[b, i:i + self.K] = dz[b, m] * self.w[m]
            dw[m] += dz[b, m] * self.x[b, i:i + self.K]
        return dx, dw
