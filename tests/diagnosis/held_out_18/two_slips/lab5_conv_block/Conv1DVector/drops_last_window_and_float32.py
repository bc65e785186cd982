# the last window is missing (N - K outputs instead of N - K + 1); and dw is summed in a float32 buffer
class Conv1DVector(Layer):
    def forward(self, x, w):
        self.x, self.w = x, w
        n = len(x) - len(w)
        return np.array([np.dot(x[i:i + len(w)], w) for i in range(n)])
    def backward(self, da):
        dx = np.zeros(len(self.x))
        dw = np.zeros(len(self.w), dtype=np.float32)
        for i in range(len(da)):
            for j in range(len(self.w)):
                dx[i + j] += da[i] * self.w[j]
                dw[j] += da[i] * self.x[i + j]
        return dx, dw
