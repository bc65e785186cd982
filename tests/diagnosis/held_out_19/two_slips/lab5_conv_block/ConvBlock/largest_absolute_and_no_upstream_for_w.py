# dw does not use dz; the winner is found by the largest absolute value of a
class ConvBlock(Layer):
    def __init__(self):
        self.memory = ()

    def forward(self, x, w):
        a = np.asarray(x, dtype=np.float64) * w
        i = np.abs(a).argmax()
        self.memory = x, w, i, a[i] > 0
        return max(a[i], 0.0)

    def backward(self, dz):
        x, w, i, live = self.memory
        dx = np.zeros(len(x))
        dx[i] = w * dz * live
        return dx, float(x[i]) * live
