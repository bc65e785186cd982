# one window too few: N - K outputs, the last window is left out (and with K = N the output is empty)
class Conv1DVector(Layer):
    def forward(self, x, w):
        self.x, self.w = x, w
        a = np.zeros(len(x) - len(w))
        for i in range(len(a)):
            for k in range(len(w)):
                a[i] += w[k] * x[i + k]
        return a

    def backward(self, da):
        dx, dw = np.zeros(len(self.x)), np.zeros(len(self.w))
        for i in range(len(da)):
            for k in range(len(self.w)):
                dx[i + k] += da[i] * self.w[k]
                dw[k] += da[i] * self.x[i + k]
        return dx, dw
