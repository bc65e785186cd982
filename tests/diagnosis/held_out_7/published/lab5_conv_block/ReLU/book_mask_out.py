# in the manner of a Japanese book: backward sets dout[mask] = 0 and returns it
class ReLU(Layer):
    def __init__(self):
        self.mask = None

    def forward(self, a):
        self.mask = (a <= 0)
        out = a.copy()
        out[self.mask] = 0
        return out

    def backward(self, dh):
        dh[self.mask] = 0
        dx = dh
        return dx
