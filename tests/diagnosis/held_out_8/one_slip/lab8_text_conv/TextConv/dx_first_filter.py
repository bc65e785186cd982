# dx comes from the first filter only.
class TextConv(Layer):
    def forward(self, x, w, b):
        self.x, self.w = x, w
        K = w.shape[2]
        places = range(x.shape[2] - K + 1)
        return np.stack([np.tensordot(x[:, :, p:p + K], w, ((1, 2), (1, 2))) + b for p in places], axis=2)

    def backward(self, da):
        dx, dw, db = np.zeros(self.x.shape), np.zeros(self.w.shape), np.zeros(len(self.w))
        K = self.w.shape[2]
        for o in range(len(self.w)):
            db[o] = da[:, o].sum()
            for p in range(da.shape[2]):
                g = da[:, o, p][:, None, None]
                if o == 0:
                    dx[:, :, p:p + K] += g * self.w[o]
                dw[o] += (g * self.x[:, :, p:p + K]).sum(axis=0)
        return dx, dw, db
