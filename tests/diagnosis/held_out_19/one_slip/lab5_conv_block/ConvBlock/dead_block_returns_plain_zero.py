# a dead block returns the number 0 for dx instead of an array of zeros
class ConvBlock(Layer):
    def __init__(self):
        self.z = None

    def forward(self, x, w):
        a = np.asarray(x, float) * w
        h = np.where(a > 0, a, 0.0)
        k = h.argmax()
        self.k, self.x, self.w, self.z = k, np.asarray(x, float), w, h[k]
        return self.z

    def backward(self, dz):
        if self.z == 0:
            return 0.0, 0.0
        hot = np.eye(len(self.x))[self.k] * float(dz)
        return hot * self.w, hot @ self.x
