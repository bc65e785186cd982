# finds the winner without computing x*w: the largest x for a positive filter, the smallest for a negative one
class ConvBlock(Layer):
    def __init__(self):
        self.back = None
    def forward(self, x, w):
        w = float(w)
        i = int(np.argmax(x) if w >= 0 else np.argmin(x))
        value = float(x[i])
        self.back = len(x), i, value, w
        return max(value * w, 0.0)
    def backward(self, dz):
        n, i, value, w = self.back
        up = float(dz) if value * w > 0 else 0.0
        return np.where(np.arange(n) == i, up * w, 0.0), up * value
