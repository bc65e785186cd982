# the place of the maximum for the backward pass is looked for in the first vector of the batch and used for all vectors
class ConvBlockBatch(Layer):
    def forward(self, x, w):
        K = w.shape[1]
        self.x, self.w = x.astype(float), w.astype(float)
        win = np.lib.stride_tricks.sliding_window_view(self.x, K, axis=1)
        h = np.maximum(np.einsum('bpk,mk->bmp', win, self.w), 0)
        self.z = h.max(axis=2)
        self.best = h[0].argmax(axis=1)
        return self.z.copy()

    def backward(self, dz):
        dx, dw = np.zeros(self.x.shape), np.zeros(self.w.shape)
        K = self.w.shape[1]
        for b in range(len(dx)):
            for m in range(len(dw)):
                if self.z[b, m] > 0:
                    p = self.best[m]
                    dx[b, p:p + K] += dz[b, m] * self.w[m]
                    dw[m] += dz[b, m] * self.x[b, p:p + K]
        return dx, dw
