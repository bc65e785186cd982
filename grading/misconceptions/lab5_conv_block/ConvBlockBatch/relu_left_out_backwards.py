"""Idea: On the way back the ReLU lets everything pass: of zeros the first one wins.
Hint: If no place is above zero, does a little more input change z?
Family: rule
Fails: test_ConvBlockBatch_dead_w, test_ConvBlockBatch_dead_x, test_ConvBlockBatch_layer
"""


class ConvBlockBatch(Layer):
    def forward(self, x, w):
        self.x, self.w = x, w
        windows = np.lib.stride_tricks.sliding_window_view(x, w.shape[1], axis=1)
        h = np.maximum(np.einsum("bik,mk->bmi", windows, w), 0)
        self.best = np.argmax(h, axis=2)
        return np.max(h, axis=2)

    def backward(self, dz):
        dx, dw = np.zeros(self.x.shape), np.zeros(self.w.shape)
        for b, m in np.ndindex(dz.shape):
            window = slice(self.best[b, m], self.best[b, m] + self.w.shape[1])
            dx[b, window] += dz[b, m] * self.w[m].astype(np.float64)
            dw[m] += dz[b, m] * self.x[b, window].astype(np.float64)
        return dx, dw
