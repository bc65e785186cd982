# The output has N - K entries: the last window is missing (and backward, made to match, knows nothing of it).
class Conv1DVector(Layer):
    def forward(self, x, w):
        self.x, self.w = x, w
        n = len(x) - len(w)
        a = np.zeros(n)
        for i in range(n):
            for k in range(len(w)):
                a[i] += w[k] * x[i + k]
        return a

    def backward(self, da):
        dx = np.zeros(len(self.x))
        dw = np.zeros(len(self.w))
        for i in range(len(self.x) - len(self.w)):
            for k in range(len(self.w)):
                dx[i + k] += da[i] * self.w[k]
                dw[k] += da[i] * self.x[i + k]
        return dx, dw
