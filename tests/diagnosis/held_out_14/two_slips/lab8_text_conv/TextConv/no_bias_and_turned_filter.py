# the bias is not added; forward slides the filter turned round (w[:, :, ::-1]), while backward belongs to the unturned one
class TextConv(Layer):
    def forward(self, x, w, b):
        self.x, self.w = x, w
        K = w.shape[2]
        flipped = w[:, :, ::-1]
        a = np.zeros((len(x), len(w), x.shape[2] - K + 1))
        for n in range(len(x)):
            for o in range(len(w)):
                for t in range(a.shape[2]):
                    a[n, o, t] = np.sum(x[n, :, t:t + K] * flipped[o])
        return a

    def backward(self, da):
        K = self.w.shape[2]
        dx, dw, db = np.zeros(self.x.shape), np.zeros(self.w.shape), np.zeros(len(self.w))
        for n, o, t in np.ndindex(*da.shape):
            g = da[n, o, t]
            dx[n, :, t:t + K] += g * self.w[o]
            dw[o] += g * self.x[n, :, t:t + K]
            db[o] += g
        return dx, dw, db
