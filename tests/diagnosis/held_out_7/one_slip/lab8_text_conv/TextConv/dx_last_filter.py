# dx is assigned: the last filter and window overwrite the others
class TextConv(Layer):
    def forward(self, x, w, b):
        self.x, self.w = x, w
        N, C, T = x.shape
        O, _, K = w.shape
        a = np.zeros((N, O, T - K + 1))
        for n in range(N):
            for o in range(O):
                for t in range(T - K + 1):
                    a[n, o, t] = np.sum(x[n, :, t : t + K] * w[o]) + b[o]
        return a

    def backward(self, da):
        N, O, P = da.shape
        K = self.w.shape[2]
        dx, dw, db = np.zeros(self.x.shape), np.zeros(self.w.shape), np.zeros(O)
        for n in range(N):
            for o in range(O):
                for t in range(P):
                    dx[n, :, t : t + K] = da[n, o, t] * self.w[o]
                    dw[o] += da[n, o, t] * self.x[n, :, t : t + K]
                    db[o] += da[n, o, t]
        return dx, dw, db
