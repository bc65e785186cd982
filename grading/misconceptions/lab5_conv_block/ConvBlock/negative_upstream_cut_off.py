"""Idea: The gradient goes through a ReLU as well, and what is negative is cut off.
Hint: Who decides what passes the ReLU: the sign of dz, or that of a?
Family: upstream
Fails: test_ConvBlock_upstream_x, test_ConvBlock_upstream_w
"""


class ConvBlock(Layer):
    def forward(self, x, w):
        self.x, self.w, self.a = x, w, x * w
        return max(np.max(self.a), 0)

    def backward(self, dz):
        i = np.argmax(self.a)
        dz = float(max(dz, 0)) if self.a[i] > 0 else 0.0
        dx = np.zeros(len(self.x))
        dx[i] = dz * self.w
        return dx, dz * float(self.x[i])
