# Cuts the windows along the channels, x[:, t:t+K, :], as if x were (N, T, C): it raises unless the lengths happen to agree.
class TextConv(Layer):
    def forward(self, x, w, b):
        self.x, self.w = x, w
        N, C, T = x.shape
        O, _, K = w.shape
        a = np.zeros((N, O, T - K + 1))
        for n in range(N):
            for o in range(O):
                for t in range(T - K + 1):
                    a[n, o, t] = np.sum(x[n, t:t + K, :] * w[o].T) + b[o]
        return a

    def backward(self, da):
        da = da.astype(float)
        K = self.w.shape[2]
        dx, dw = np.zeros(self.x.shape), np.zeros(self.w.shape)
        for t in range(da.shape[2]):
            dx[:, :, t:t + K] += np.einsum("no,ock->nck", da[:, :, t], self.w)
            dw += np.einsum("no,nck->ock", da[:, :, t], self.x[:, :, t:t + K])
        return dx, dw, da.sum(axis=(0, 2))
