# wrong: dx is overwritten instead of added up; db is summed over the sentences only
class TextConv(Layer):
    def forward(self, x, w, b):
        self.x = x
        self.w = w
        N, C, T = x.shape
        O, _, K = w.shape
        out = np.zeros((N, O, T - K + 1))
        for n in range(N):
            for o in range(O):
                for t in range(T - K + 1):
                    out[n, o, t] = np.sum(x[n, :, t : t + K] * w[o]) + b[o]
        return out

    def backward(self, da):
        dx = np.zeros(self.x.shape)
        dw = np.zeros(self.w.shape)
        K = self.w.shape[2]
        for n in range(da.shape[0]):
            for o in range(da.shape[1]):
                for t in range(da.shape[2]):
                    dx[n, :, t : t + K] = da[n, o, t] * self.w[o]
                    dw[o] += da[n, o, t] * self.x[n, :, t : t + K]
        db = np.sum(da.astype(float), axis=0)
        return dx, dw, db
