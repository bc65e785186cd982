# Kim-CNN blog code: the filter response goes through a ReLU inside the convolution (forward and backward), so negative answers are cut off
class TextConv(Layer):
    def forward(self, x, w, b):
        self.x, self.w = x, w
        filter_size = w.shape[2]
        h = []
        for i in range(x.shape[2] - filter_size + 1):
            region = x[:, :, i:i + filter_size]
            h.append(np.tensordot(region, w, axes=([1, 2], [1, 2])) + b)
        conv = np.stack(h, axis=2)
        self.on = conv > 0
        return np.maximum(conv, 0)
    def backward(self, da):
        da = np.where(self.on, da.astype(float), 0.0)
        dx, dw = np.zeros(self.x.shape), np.zeros(self.w.shape)
        filter_size = self.w.shape[2]
        for i in range(da.shape[2]):
            dx[:, :, i:i + filter_size] += np.tensordot(da[:, :, i], self.w, axes=1)
            dw += np.tensordot(da[:, :, i].T, self.x[:, :, i:i + filter_size], axes=1)
        return dx, dw, da.sum(axis=(0, 2))
