# the winner is the largest entry of x, not of x*w, so with a negative filter the wrong place is chosen
class ConvBlock(Layer):
    def __init__(self):
        self.saved = None
    def forward(self, x, w):
        place = int(np.argmax(x))
        a = x[place] * w
        self.saved = (len(x), place, float(x[place]), float(w), a > 0)
        return a if a > 0 else 0.0
    def backward(self, dz):
        n, place, value, w, alive = self.saved
        dx = np.zeros(n)
        if not alive:
            return dx, 0.0
        dx[place] = w * dz
        return dx, value * float(dz)
