"""Idea: The vectors have their best places in common.
Hint: Each filter has a best place in each vector: over which axis does argmax go, and which stay?
Family: batch
Fails: test_ConvBlockBatch_backward_x, test_ConvBlockBatch_backward_w,
    test_ConvBlockBatch_upstream_x, test_ConvBlockBatch_upstream_w, test_ConvBlockBatch_dead_x,
    test_ConvBlockBatch_dead_w, test_ConvBlockBatch_kinds, test_ConvBlockBatch_layer
"""


class ConvBlockBatch(Layer):
    def forward(self, x, w):
        self.x, self.w = x, w
        K = w.shape[1]
        z = np.zeros((len(x), len(w)), dtype=np.result_type(x, w))
        self.best = np.zeros(z.shape, dtype=int)
        for b, m in np.ndindex(*z.shape):
            a = [np.vdot(x[b, i : i + K], w[m]) for i in range(x.shape[1] - K + 1)]
            self.best[b, m] = np.argmax(a)
            z[b, m] = max(max(a), 0)
        self.best[:] = self.best[0]
        self.live = z > 0
        return z

    def backward(self, dz):
        dz = np.where(self.live, dz, 0).astype(np.float64)
        dx, dw = np.zeros(self.x.shape), np.zeros(self.w.shape)
        for b, m in np.ndindex(*dz.shape):
            i, j = self.best[b, m], self.best[b, m] + self.w.shape[1]
            dx[b, i:j] += dz[b, m] * self.w[m]
            dw[m] += dz[b, m] * self.x[b, i:j]
        return dx, dw
