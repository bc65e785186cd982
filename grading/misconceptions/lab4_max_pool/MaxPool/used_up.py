"""Idea: After backward, nobody needs what forward has remembered.
Hint: What happens when backward is called a second time?
Family: state
Fails: test_MaxPool_layer
"""


class MaxPool(Layer):
    def __init__(self):
        self.stack = []

    def forward(self, h):
        self.stack.append((np.argmax(h), len(h)))
        return np.max(h)

    def backward(self, dz):
        winner, length = self.stack.pop()
        dh = np.zeros(length)
        dh[winner] = dz
        return dh
