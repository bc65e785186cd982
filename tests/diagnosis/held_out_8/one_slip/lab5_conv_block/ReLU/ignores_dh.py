# Gives back the mask alone, without dh.
class ReLU(Layer):
    def forward(self, a):
        self.on = (a > 0).astype(np.float64)
        return a * (a > 0)

    def backward(self, dh):
        return self.on.copy()
