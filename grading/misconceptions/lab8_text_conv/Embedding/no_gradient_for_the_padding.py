"""
Idea: The padding is no word, so its row gets no gradient.
Hint: Word 0 has been read, and its row has been used. Who decides later that it does not count?
Family: padding
Fails: test_Embedding_backward, test_Embedding_upstream, test_Embedding_repeats,
    test_Embedding_together, test_Embedding_kinds, test_Embedding_layer
"""


class Embedding(Layer):
    def forward(self, ids, table):
        self.ids, self.s = ids, table.shape
        return table[ids]

    def backward(self, dout):
        d = np.zeros(self.s)
        np.add.at(d, self.ids, dout)
        d[0] = 0
        return d
