# In dw the slices of x have the length of the filter, not of da.
class Conv1DVector(Layer):
    def forward(self, x, w):
        self.x, self.w = x, w
        K = len(w)
        return np.array([np.dot(x[i:i + K], w) for i in range(len(x) - K + 1)])

    def backward(self, da):
        K = len(self.w)
        dx, dw = np.zeros(len(self.x)), np.zeros(K)
        for i, g in enumerate(da):
            dx[i:i + K] += g * self.w
        for k in range(K):
            dw[k] = np.sum(da * self.x[k:k + K])
        return dx, dw
