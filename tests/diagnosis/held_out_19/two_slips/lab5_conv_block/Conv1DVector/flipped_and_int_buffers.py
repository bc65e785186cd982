# the filter is turned round in forward only; gradients are in arrays like x and w, ints for ints
class Conv1DVector(Layer):
    def forward(self, x, w):
        self.x, self.w = x, w
        N, K = x.shape[0], w.shape[0]
        out = np.zeros(N - K + 1, dtype=np.result_type(x, w))
        for p in range(N - K + 1):
            for k in range(K):
                out[p] += x[p + k] * w[K - 1 - k]
        return out

    def backward(self, da):
        dx = np.zeros_like(self.x)
        dw = np.zeros_like(self.w)
        for p in range(len(da)):
            for k in range(len(dw)):
                dx[p + k] += da[p] * self.w[k]
                dw[k] += da[p] * self.x[p + k]
        return dx, dw
