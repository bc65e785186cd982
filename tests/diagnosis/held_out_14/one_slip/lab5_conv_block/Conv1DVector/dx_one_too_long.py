# the length of dx is computed as len(da) + K, one more than N
class Conv1DVector(Layer):
    def forward(self, x, w):
        self.x, self.w = x, w
        K = len(w)
        return np.array([np.dot(x[i:i + K], w) for i in range(len(x) - K + 1)])

    def backward(self, da):
        K = len(self.w)
        dx, dw = np.zeros(len(da) + K), np.zeros(K)
        for i, g in enumerate(da):
            dx[i:i + K] += g * self.w
            dw += g * self.x[i:i + K]
        return dx, dw
