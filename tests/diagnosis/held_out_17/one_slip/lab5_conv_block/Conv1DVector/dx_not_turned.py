# dx slides the filter over the zero-padded da without turning it round
class Conv1DVector(Layer):
    def forward(self, x, w):
        self.x, self.w = x.astype(float), w.astype(float)
        K = len(w)
        return np.array([self.x[i:i + K].dot(self.w) for i in range(len(x) - K + 1)])

    def backward(self, da):
        K = len(self.w)
        padded = np.concatenate([np.zeros(K - 1), da, np.zeros(K - 1)])
        dx = np.array([padded[i:i + K].dot(self.w) for i in range(len(self.x))])
        dw = np.array([self.x[k:k + len(da)].dot(da) for k in range(K)], dtype=float)
        return dx, dw
