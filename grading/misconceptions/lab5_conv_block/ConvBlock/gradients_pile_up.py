"""Idea: dx is added up over all calls of backward.
Hint: Two calls of backward after one forward must give the same answer.
Family: state
Fails: test_ConvBlock_layer
"""


class ConvBlock(Layer):
    def forward(self, x, w):
        self.x, self.w, self.a = x, w, x * w
        self.dx = np.zeros(len(x))
        return max(np.max(self.a), 0)

    def backward(self, dz):
        i = np.argmax(self.a)
        dz = float(dz) if self.a[i] > 0 else 0.0
        self.dx[i] += dz * self.w
        return self.dx.copy(), dz * float(self.x[i])
