# The cache is a dict written directly under the class, so all blocks share it and the forward of one changes the backward of another.
class ConvBlock(Layer):
    cache = {}

    def __init__(self):
        pass

    def forward(self, x, w):
        a = np.array(x, dtype=float) * float(w)
        h = np.maximum(a, 0)
        self.cache["x"] = np.array(x, dtype=float)
        self.cache["w"] = float(w)
        self.cache["best"] = int(np.argmax(h))
        self.cache["live"] = bool(h.max() > 0)
        return float(h.max())

    def backward(self, dz):
        x, w, i = self.cache["x"], self.cache["w"], self.cache["best"]
        dh = np.zeros(len(x))
        dh[i] = dz if self.cache["live"] else 0.0
        return dh * w, float(dh @ x)
