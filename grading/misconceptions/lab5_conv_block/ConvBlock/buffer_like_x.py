"""Idea: dx gets the dtype of x.
Hint: What becomes of 2.25 in an array of integers? zeros_like takes the dtype as well.
Family: number types
Fails: test_ConvBlock_kinds
"""


class ConvBlock(Layer):
    def forward(self, x, w):
        self.x, self.w, self.a = x, w, x * w
        return max(np.max(self.a), 0)

    def backward(self, dz):
        i = np.argmax(self.a)
        dz = float(dz) if self.a[i] > 0 else 0.0
        dx = np.zeros_like(self.x)
        dx[i] = dz * self.w
        return dx, dz * float(self.x[i])
