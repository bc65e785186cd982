"""Idea: A word that is used twice keeps one of its gradients.
Hint: What becomes of the first gradient when a number stands in ids twice? Try it with ids = [0,
    0]. With a list of rows, `+=` adds once to a row that stands in it twice.
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
