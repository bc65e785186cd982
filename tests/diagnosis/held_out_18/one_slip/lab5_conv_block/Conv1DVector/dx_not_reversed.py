# dx slides w over the padded upstream gradient without reversing w
class Conv1DVector(Layer):
    def forward(self, x, w):
        self.x, self.w = x, w
        K = len(w)
        return np.array([x[i:i + K] @ w for i in range(len(x) - K + 1)])
    def backward(self, da):
        x, w = self.x, self.w
        K = len(w)
        z = np.zeros(K - 1)
        padded = np.concatenate((z, da, z))
        dx = np.array([float(padded[i:i + K] @ w) for i in range(len(x))])
        n = len(da)
        dw = np.array([float(x[k:k + n] @ da) for k in range(K)])
        return dx, dw
