# dx is made with the dtype of x: integer sentences raise (+= cannot put floats into ints), float32 ones get a float32 gradient
class TextConv(Layer):
    def forward(self, x, w, b):
        self.x, self.w = x, w
        K = w.shape[2]
        cols = [np.tensordot(x[:, :, t : t + K], w, axes=((1, 2), (1, 2))) + b for t in range(x.shape[2] - K + 1)]
        return np.stack(cols, axis=2)

    def backward(self, da):
        da = da.astype(np.float64)
        K = self.w.shape[2]
        dx, dw = np.zeros(self.x.shape, self.x.dtype), np.zeros(self.w.shape)
        for t in range(da.shape[2]):
            dx[:, :, t : t + K] += np.tensordot(da[:, :, t], self.w, axes=1)
            dw += np.tensordot(da[:, :, t].T, self.x[:, :, t : t + K], axes=1)
        return dx, dw, da.sum(axis=(0, 2))
