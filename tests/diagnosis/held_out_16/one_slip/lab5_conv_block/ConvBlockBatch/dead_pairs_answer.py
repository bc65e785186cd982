# the ReLU is forgotten on the way back: pairs whose best answer is not above zero send gradients too
class ConvBlockBatch(Layer):
    def forward(self, x, w):
        self.x, self.w = x, w
        win = np.lib.stride_tricks.sliding_window_view(x, w.shape[1], axis=1)
        a = np.einsum("bik,mk->bmi", win, w)
        self.best = a.argmax(axis=2)
        return np.maximum(a, 0).max(axis=2)

    def backward(self, dz):
        dx, dw = np.zeros(self.x.shape), np.zeros(self.w.shape)
        K = self.w.shape[1]
        for (b, m), i in np.ndenumerate(self.best):
            dx[b, i : i + K] += float(dz[b, m]) * self.w[m]
            dw[m] += float(dz[b, m]) * self.x[b, i : i + K]
        return dx, dw
