# Caches in dicts; the gate looks at x, not at x * w.
class ConvBlock(Layer):
    def __init__(self):
        self.cache = {}

    def forward(self, x, w):
        z = w * x
        h = z * (z > 0)
        self.cache.update(x=x, w=w, k=h.argmax())
        return h.max()

    def backward(self, dz):
        x, w, k = (self.cache[n] for n in "xwk")
        dh = np.eye(len(x))[k] * dz
        da = dh * (x > 0)
        return da * w, float(da @ x)
