# the stride defaults to 1 instead of the size; and all tied entries get the full gradient
class MaxPool1D(Layer):
    def __init__(self, size, stride=None):
        self.k = size
        self.s = 1 if stride is None else stride
    def forward(self, x):
        self.x = x
        self.m = (len(x) - self.k) // self.s + 1
        return np.array([max(x[i * self.s:i * self.s + self.k]) for i in range(self.m)])
    def backward(self, dz):
        dx = np.zeros(len(self.x))
        for i in range(self.m):
            a = i * self.s
            for j in range(a, a + self.k):
                if self.x[j] == max(self.x[a:a + self.k]):
                    dx[j] += dz[i]
        return dx
