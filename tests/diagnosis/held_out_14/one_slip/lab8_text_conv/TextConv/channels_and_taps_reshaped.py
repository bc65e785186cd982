# windows are flattened place by place (K, C) but the filters channel by channel (C, K), so weights meet the wrong numbers
class TextConv(Layer):
    def forward(self, x, w, b):
        self.x, self.w = x, w
        O, C, K = w.shape
        T = x.shape[2]
        cols = [x[:, :, t:t + K].transpose(0, 2, 1).reshape(len(x), -1) for t in range(T - K + 1)]
        return np.stack([c @ w.reshape(O, -1).T + b for c in cols], axis=2)

    def backward(self, da):
        O, C, K = self.w.shape
        dx, dw = np.zeros(self.x.shape), np.zeros(self.w.shape)
        da = da.astype(float)
        for t in range(da.shape[2]):
            dx[:, :, t:t + K] += np.tensordot(da[:, :, t], self.w, 1)
            dw += np.tensordot(da[:, :, t].T, self.x[:, :, t:t + K], 1)
        return dx, dw, da.sum(axis=(0, 2))
