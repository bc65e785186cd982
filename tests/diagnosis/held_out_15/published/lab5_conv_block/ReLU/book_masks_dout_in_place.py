# backward writes its zeros into the caller's upstream gradient, dout[self.mask] = 0, and returns this very array (in its own dtype).
class ReLU(Layer):
    def __init__(self):
        self.mask = None

    def forward(self, x):
        self.mask = (x <= 0)
        out = x.copy()
        out[self.mask] = 0
        return out

    def backward(self, dout):
        dout[self.mask] = 0
        dx = dout
        return dx
