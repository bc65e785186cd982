"""Idea: One place to remember the winner is enough.
Hint: Another block has another winner. In the class, or in a global variable, there is one for all.
Family: state
Fails: test_ConvBlock_layer
"""


class ConvBlock(Layer):
    def forward(self, x, w):
        self.x, self.w = x, w
        ConvBlock.winner = int(np.argmax(x * w))
        return max(np.max(x * w), 0)

    def backward(self, dz):
        i = min(ConvBlock.winner, len(self.x) - 1)
        dz = float(dz) if self.w * self.x[i] > 0 else 0.0
        dx = np.zeros(len(self.x))
        dx[i] = dz * self.w
        return dx, dz * float(self.x[i])
