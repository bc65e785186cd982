# the memory is a mutable default argument of __init__, one dict for all layers: the last forward of any instance counts
class MaxPool(Layer):
    def __init__(self, cache={}):
        self.cache = cache

    def forward(self, h):
        self.cache["n"] = len(h)
        self.cache["i"] = max(range(len(h)), key=lambda i: h[i])
        return h[self.cache["i"]]

    def backward(self, dz):
        return np.array([dz * 1.0 if i == self.cache["i"] else 0.0 for i in range(self.cache["n"])])
