"""Idea: Pooling cuts the vector into blocks and takes the largest of each.
Hint: That is what happens when stride and size are equal. What is the second window for stride 1?
Family: stride
Fails: test_MaxPool1D_stride, test_MaxPool1D_overlap, test_MaxPool1D_gaps, test_MaxPool1D_together
"""


class MaxPool1D(Layer):
    def __init__(self, size, stride=None):
        self.size = size

    def forward(self, x):
        count = len(x) // self.size
        self.length = len(x)
        blocks = x[: count * self.size].reshape(count, self.size)
        self.winners = blocks.argmax(axis=1) + self.size * np.arange(count)
        return blocks.max(axis=1)

    def backward(self, dout):
        dx = np.zeros(self.length)
        dx[self.winners] = dout
        return dx
