"""A class with slots; max over pairs of value and minus the place."""


class MaxPool:
    __slots__ = ("n", "place")

    def forward(self, h):
        value, minus = max((float(v), -i) for i, v in enumerate(h))
        self.n, self.place = len(h), -minus
        return value

    def backward(self, dz):
        return np.bincount([self.place], weights=[float(dz)], minlength=self.n)
