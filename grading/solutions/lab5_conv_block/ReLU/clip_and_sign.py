"""clip on the way there, the sign of what came out on the way back; no base class."""


class ReLU:
    def forward(self, a):
        h = np.clip(a, 0, None)
        self.sign = np.sign(h)
        return np.array(h)

    def __call__(self, a):
        return self.forward(a)

    def backward(self, dh):
        return np.where(self.sign, np.asarray(dh, dtype=float), 0.0)
