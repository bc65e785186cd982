# wrong: the cache belongs to the class, so all instances share it
class Conv1DBank(Layer):
    cache = {}

    def forward(self, x, w):
        M, K = w.shape
        self.cache["x"] = x
        self.cache["w"] = w
        out = np.zeros((M, len(x) - K + 1))
        for m in range(M):
            for t in range(out.shape[1]):
                out[m, t] = np.sum(w[m] * x[t : t + K])
        return out

    def backward(self, da):
        x, w = self.cache["x"], self.cache["w"]
        dx = np.zeros(x.shape)
        dw = np.zeros(w.shape)
        K = w.shape[1]
        for m in range(da.shape[0]):
            for t in range(da.shape[1]):
                dx[t : t + K] += da[m, t] * w[m]
                dw[m] += da[m, t] * x[t : t + K]
        return dx, dw
