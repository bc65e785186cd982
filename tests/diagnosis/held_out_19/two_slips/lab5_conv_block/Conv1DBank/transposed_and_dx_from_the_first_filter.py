# forward returns (places, filters); dx only from the first filter (return too early, inside the loop)
class Conv1DBank(Layer):
    def forward(self, x, w):
        self.x, self.w = np.array(x), np.array(w)
        M, K = w.shape
        return np.array([w @ x[i:i + K] for i in range(len(x) - K + 1)])

    def _dx(self, da):
        dx = np.zeros(len(self.x))
        for m, filt in enumerate(self.w):
            for i, g in enumerate(da[m]):
                dx[i:i + len(filt)] += g * filt
            return dx

    def backward(self, da):
        P = da.shape[1]
        dw = np.zeros(self.w.shape)
        for k in range(self.w.shape[1]):
            dw[:, k] = da @ self.x[k:k + P]
        return self._dx(da), dw
