"""No layers: one look at the largest product. The gradients have names."""

from collections import namedtuple

Gradients = namedtuple("Gradients", "dx dw")


class ConvBlock:
    def forward(self, x, w):
        products = [float(v) * float(w) for v in x]
        self.n, self.w, self.x = len(x), float(w), [float(v) for v in x]
        self.at = max(range(self.n), key=products.__getitem__)
        self.live = products[self.at] > 0
        return max(products[self.at], 0.0)

    def backward(self, dz):
        dx = np.zeros(self.n)
        dx[self.at] = dz * self.w if self.live else 0
        return Gradients(dx, float(dz * self.x[self.at]) if self.live else 0.0)
