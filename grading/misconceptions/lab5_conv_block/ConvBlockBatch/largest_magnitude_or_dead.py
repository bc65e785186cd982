"""Idea: The strongest answer wins, whatever its sign, or the pair is dead.
Hint: After the ReLU, which of -5 and 3 is larger?
Family: special values
Fails: test_ConvBlockBatch_backward_x, test_ConvBlockBatch_backward_w,
    test_ConvBlockBatch_upstream_x, test_ConvBlockBatch_upstream_w, test_ConvBlockBatch_kinds,
    test_ConvBlockBatch_layer
"""


class ConvBlockBatch(Layer):
    def forward(self, x, w):
        self.x, self.w = x, w
        windows = np.lib.stride_tricks.sliding_window_view(x, w.shape[1], axis=1)
        self.a = np.einsum("bik,mk->bmi", windows, w)
        return np.maximum(np.max(self.a, axis=2), 0)

    def backward(self, dz):
        dx, dw = np.zeros(self.x.shape), np.zeros(self.w.shape)
        for b, m in np.ndindex(dz.shape):
            i = np.argmax(np.abs(self.a[b, m]))
            if self.a[b, m, i] > 0:
                window = slice(i, i + self.w.shape[1])
                dx[b, window] += dz[b, m] * self.w[m].astype(np.float64)
                dw[m] += dz[b, m] * self.x[b, window].astype(np.float64)
        return dx, dw
