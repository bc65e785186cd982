# The ReLU is not there on the way back; and dw leaves dz out.
class ConvBlock(Layer):
    def __init__(self):
        self.c = {}

    def forward(self, x, w):
        a = np.asarray(x) * w
        self.c["k"], self.c["x"], self.c["w"] = a.argmax(), x, w
        return np.maximum(a, 0).max()

    def backward(self, dz):
        x, w, k = self.c["x"], self.c["w"], self.c["k"]
        dx = np.zeros(len(x))
        dx[k] = w * dz
        return dx, float(x[k])
