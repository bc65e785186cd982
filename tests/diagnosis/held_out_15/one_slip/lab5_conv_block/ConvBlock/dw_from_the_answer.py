# dw is dz times the winning answer a[i] = w * x[i], in place of dz times x[i].
class ConvBlock(Layer):
    def __init__(self):
        self.state = {}

    def forward(self, x, w):
        a = np.asarray(x, dtype=np.float64) * w
        i = a.argmax()
        self.state = {"n": len(a), "i": i, "a": a[i], "w": w}
        return a[i] if a[i] > 0 else 0.0

    def backward(self, dz):
        st = self.state
        dx = np.zeros(st["n"])
        if st["a"] <= 0:
            return dx, 0.0
        dx[st["i"]] = dz * st["w"]
        return dx, dz * st["a"]
