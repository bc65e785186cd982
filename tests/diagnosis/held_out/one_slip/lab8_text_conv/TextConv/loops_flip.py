# wrong: the filter is flipped in time
class TextConv(Layer):
    def forward(self, x, w, b):
        self.x, self.w = x, w
        N, C, T = x.shape
        O, _, K = w.shape
        P = T - K + 1
        a = np.zeros((N, O, P))
        for n in range(N):
            for o in range(O):
                for p in range(P):
                    a[n, o, p] = np.sum(x[n, :, p:p + K] * w[o][:, ::-1]) + b[o]
        return a

    def backward(self, da):
        dx = np.zeros(self.x.shape)
        dw = np.zeros(self.w.shape)
        db = np.zeros(len(self.w))
        K = self.w.shape[2]
        for n in range(da.shape[0]):
            for o in range(da.shape[1]):
                for p in range(da.shape[2]):
                    dx[n, :, p:p + K] += da[n, o, p] * self.w[o]
                    dw[o] += da[n, o, p] * self.x[n, :, p:p + K]
                    db[o] += da[n, o, p]
        return dx, dw, db
