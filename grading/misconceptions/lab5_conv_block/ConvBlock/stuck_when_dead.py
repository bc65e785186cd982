"""Idea: A dead block gives nothing, so what was there before stays.
Hint: The last forward counts, dead or not.
Family: state
Fails: test_ConvBlock_layer
"""


class ConvBlock(Layer):
    def __init__(self):
        self.conv, self.relu, self.pool = Conv1D(), ReLU(), MaxPool()

    def forward(self, x, w):
        if getattr(self, "x", None) is None or np.max(x * w) > 0 and len(x) == len(self.x):
            self.x, self.w, self.on = x, w, np.max(x * w) > 0
        return max(np.max(x * w), 0)

    def backward(self, dz):
        i = np.argmax(self.x * self.w)
        dz = float(dz) * self.on
        dx = np.zeros(len(self.x))
        dx[i] = dz * self.w
        return dx, dz * float(self.x[i])
