# db is summed over the sentences only: it has a number for each place.
class TextConv(Layer):
    def forward(self, x, w, b):
        self.cache = (x, w)
        N, C, T = x.shape
        O, _, K = w.shape
        out = np.zeros((N, O, T - K + 1), dtype=np.result_type(x, w, b))
        for n in range(N):
            for o in range(O):
                for t in range(T - K + 1):
                    out[n, o, t] = np.sum(x[n, :, t:t + K] * w[o]) + b[o]
        return out

    def backward(self, da):
        x, w = self.cache
        dx, dw = np.zeros(x.shape), np.zeros(w.shape)
        K = w.shape[2]
        for n, o, t in np.ndindex(da.shape):
            dx[n, :, t:t + K] += da[n, o, t] * w[o]
            dw[o] += da[n, o, t] * x[n, :, t:t + K]
        db = np.asarray(da, dtype=float).sum(axis=0)
        return dx, dw, db
