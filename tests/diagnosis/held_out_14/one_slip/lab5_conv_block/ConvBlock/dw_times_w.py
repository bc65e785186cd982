# the chain rule's factors are both multiplied into dw: dw is dz * x * w instead of dz * x
class ConvBlock(Layer):
    def __init__(self):
        self.saved = ()

    def forward(self, x, w):
        best, z = None, 0.0
        for i in range(len(x)):
            a = float(x[i]) * float(w)
            if a > z:
                best, z = i, a
        self.saved = (x, float(w), best)
        return z

    def backward(self, dz):
        x, w, best = self.saved
        dx, dw = np.zeros(len(x)), 0.0
        if best is not None:
            dx[best] = dz * w
            dw = dx[best] * float(x[best])
        return dx, dw
