# right
# scatters each tap's answer, views of x
class TextConv(Layer):
    def forward(self, x, w, b):
        self.saved = x, w
        last = x.shape[2] - w.shape[2] + 1
        y = np.zeros((len(x), len(w), last), dtype=np.result_type(x, w, b))
        y += b[:, None]
        for c in range(x.shape[1]):
            for k in range(w.shape[2]):
                y += x[:, c, None, k:k + last] * w[None, :, c, k, None]
        return y

    def backward(self, da):
        x, w = self.saved
        last = da.shape[2]
        dx, dw = np.zeros(x.shape), np.zeros(w.shape)
        for o, c, k in np.ndindex(w.shape):
            dx[:, c, k:k + last] += da[:, o] * w[o, c, k]
            dw[o, c, k] = np.vdot(da[:, o], x[:, c, k:k + last])
        return dx, dw, np.array([float(da[:, o].sum()) for o in range(len(w))])
