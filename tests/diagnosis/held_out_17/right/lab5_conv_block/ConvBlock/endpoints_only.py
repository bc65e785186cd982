# uses only the largest or the smallest x, whichever the sign of w picks
class ConvBlock(Layer):
    def __init__(self):
        pass

    def forward(self, x, w):
        self.n, self.w = len(x), float(w)
        self.i = int(np.argmax(x)) if self.w > 0 else int(np.argmin(x))
        self.xi = float(x[self.i])
        return max(self.xi * self.w, 0.0)

    def backward(self, dz):
        open_gate = float(dz) if self.xi * self.w > 0 else 0.0
        dx = np.zeros(self.n)
        dx[self.i] = open_gate * self.w
        return dx, open_gate * self.xi
