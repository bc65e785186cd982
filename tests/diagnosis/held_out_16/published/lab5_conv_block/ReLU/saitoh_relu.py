# Deep Learning from Scratch: dout[mask] = 0 changes the upstream gradient in place and returns that very array (so ints and float32 keep their dtype)
class ReLU(Layer):
    def __init__(self):
        self.mask = None

    def forward(self, a):
        self.mask = a <= 0
        out = a.copy()
        out[self.mask] = 0
        return out

    def backward(self, dh):
        dh[self.mask] = 0
        dx = dh
        return dx
