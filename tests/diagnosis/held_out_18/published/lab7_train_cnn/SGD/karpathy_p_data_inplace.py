# Karpathy's `p += -lr * v` writes into the caller's arrays, and the dict that was given is returned (float32 weights stay float32, int weights raise)
class SGD:
    def __init__(self, lr, momentum=0.0):
        self.lr = lr
        self.momentum = momentum
        self.bufs = {}
    def step(self, params, grads):
        for name, p in params.items():
            grad = np.array(grads[name], dtype=np.float64)
            buf = self.bufs.get(name)
            buf = grad if buf is None else self.momentum * buf + grad
            self.bufs[name] = buf
            p += -self.lr * buf
        return params
