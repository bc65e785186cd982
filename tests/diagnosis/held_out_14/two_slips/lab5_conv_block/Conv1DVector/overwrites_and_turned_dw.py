# dx is assigned window by window instead of added up; dw comes out in reverse order
class Conv1DVector(Layer):
    def forward(self, x, w):
        self.x, self.w = x, w
        K = len(w)
        return np.array([(x[i:i + K] * w).sum() for i in range(len(x) - K + 1)])

    def backward(self, da):
        K = len(self.w)
        dx = np.zeros(self.x.shape)
        for i in range(len(da)):
            dx[i:i + K] = da[i] * self.w
        dw = np.array([np.dot(da, self.x[k:k + len(da)]) for k in range(K - 1, -1, -1)])
        return dx, dw.astype(float)
