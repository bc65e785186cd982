# every filter is given b[0]
class TextConv(Layer):
    def forward(self, x, w, b):
        self.x, self.w = np.asarray(x, float), np.asarray(w, float)
        N, C, T = x.shape
        O, _, K = w.shape
        out = np.zeros((N, O, T - K + 1))
        for n in range(N):
            bias = iter(b)
            beta = next(bias)
            for o in range(O):
                for t in range(T - K + 1):
                    out[n, o, t] = np.sum(self.x[n, :, t:t + K] * self.w[o]) + beta
        return out

    def backward(self, da):
        N, O, P = da.shape
        K = self.w.shape[2]
        dx, dw, db = np.zeros(self.x.shape), np.zeros(self.w.shape), np.zeros(O)
        for n, o, t in np.ndindex(N, O, P):
            dx[n, :, t:t + K] += da[n, o, t] * self.w[o]
            dw[o] += da[n, o, t] * self.x[n, :, t:t + K]
            db[o] += da[n, o, t]
        return dx, dw, db
