# keeps what backward needs in the class (ConvBlock.saved), all blocks share it
class ConvBlock(Layer):
    saved = {}

    def __init__(self):
        pass

    def forward(self, x, w):
        a = np.array([float(v) * float(w) for v in x])
        h = np.maximum(a, 0)
        self.saved["x"] = np.array(x, dtype=float)
        self.saved["w"] = float(w)
        self.saved["i"] = int(np.argmax(h))
        self.saved["alive"] = bool(h.max() > 0)
        return float(h.max())

    def backward(self, dz):
        s = self.saved
        d = np.zeros(s["x"].size)
        d[s["i"]] = float(dz) * s["alive"]
        return d * s["w"], float(d @ s["x"])
