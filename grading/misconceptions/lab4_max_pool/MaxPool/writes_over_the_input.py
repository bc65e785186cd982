"""Idea: The input is not needed any more on the way back, so its memory can hold the gradient.
Hint: Whose array is it? And can an array of integers hold your gradient?
Family: memory
Fails: test_MaxPool_kinds, test_MaxPool_layer
"""


class MaxPool(Layer):
    def forward(self, h):
        self.h, self.winner = h, np.argmax(h)
        return h[self.winner]

    def backward(self, dz):
        self.h[...] = 0
        self.h[self.winner] = dz
        return self.h
