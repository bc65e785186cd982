"""Idea: The slope of a lookup is 1, so each use of a word counts one.
Hint: That is the local slope. The chain rule multiplies by what arrives from above.
Family: upstream
Fails: test_Embedding_upstream, test_Embedding_together, test_Embedding_kinds, test_Embedding_layer
"""


class Embedding(Layer):
    def forward(self, ids, table):
        self.ids, self.shape = ids, table.shape
        return table[ids]

    def backward(self, dout):
        dtable = np.zeros(self.shape)
        np.add.at(dtable, self.ids, 1.0)
        return dtable
