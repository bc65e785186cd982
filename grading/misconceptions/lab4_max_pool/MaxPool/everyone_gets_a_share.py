"""Idea: All entries took part, so each gets its share of the blame.
Hint: Nudge an entry that is not the largest. What happens to z?
Family: rule
Fails: test_MaxPool_backward, test_MaxPool_upstream, test_MaxPool_ties, test_MaxPool_kinds,
    test_MaxPool_layer
"""


class MaxPool(Layer):
    def forward(self, h):
        self.length = len(h)
        return np.max(h)

    def backward(self, dz):
        return np.full(self.length, dz / self.length, dtype=float)
