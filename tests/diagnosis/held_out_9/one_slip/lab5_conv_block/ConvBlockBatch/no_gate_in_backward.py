# backward forgets ReLU: a filter that answers nowhere above zero gets a gradient all the same.
class ConvBlockBatch(Layer):
    def forward(self, x, w):
        view = np.lib.stride_tricks.sliding_window_view(x, w.shape[1], axis=1)
        a = np.einsum("bpk,mk->bmp", view, w)
        self.x, self.w, self.place = x, w, a.argmax(axis=2)
        return np.maximum(a.max(axis=2), 0)

    def backward(self, dz):
        dx, dw = np.zeros(self.x.shape), np.zeros(self.w.shape)
        K = self.w.shape[1]
        for b in range(dz.shape[0]):
            for m in range(dz.shape[1]):
                p = self.place[b, m]
                dx[b, p:p + K] += dz[b, m] * self.w[m]
                dw[m] += dz[b, m] * self.x[b, p:p + K]
        return dx, dw
