"""Idea: A word that is used twice keeps one of its gradients.
Hint: What does NumPy do with += when a number stands in ids twice? Try it with ids = [0, 0].
Family: sums
Fails: test_Embedding_repeats, test_Embedding_together, test_Embedding_kinds, test_Embedding_layer
"""


class Embedding(Layer):
    def forward(self, ids, table):
        self.ids, self.shape = ids, table.shape
        return table[ids]

    def backward(self, dout):
        dtable = np.zeros(self.shape)
        dtable[self.ids] += dout
        return dtable
