# the forward loop runs to N - K instead of N - K + 1, the last place stays 0
class Conv1DVector(Layer):
    def forward(self, x, w):
        self.x, self.w = np.asarray(x, float), np.asarray(w, float)
        N, K = len(x), len(w)
        out = np.zeros(N - K + 1)
        for t in range(N - K):
            out[t] = np.dot(self.x[t:t + K], self.w)
        return out

    def backward(self, da):
        K = len(self.w)
        dx, dw = np.zeros(len(self.x)), np.zeros(K)
        for t, g in enumerate(da):
            dx[t:t + K] += g * self.w
            dw += g * self.x[t:t + K]
        return dx, dw
