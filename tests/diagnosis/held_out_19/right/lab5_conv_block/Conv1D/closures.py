# forward makes a function that backward calls; dw by a Python sum
class Conv1D(Layer):
    def forward(self, x, w):
        def back(da):
            g = np.asarray(da, dtype=np.float64)
            return g * w, sum(float(gi) * float(xi) for gi, xi in zip(g, x))

        self.back = back
        return np.array([v * w for v in x])

    def backward(self, da):
        return self.back(da)
