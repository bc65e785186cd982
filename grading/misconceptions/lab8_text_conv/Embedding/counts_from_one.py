"""Idea: Word number 1 is the first row of the table.
Hint: Which row does table[0] read? Look at the example: word 0 is the padding.
Family: counting
Fails: test_Embedding, test_Embedding_batch, test_Embedding_backward, test_Embedding_upstream,
    test_Embedding_repeats, test_Embedding_together, test_Embedding_kinds, test_Embedding_layer
"""


class Embedding(Layer):
    def forward(self, ids, table):
        self.ids, self.shape = ids - 1, table.shape
        return table[ids - 1]

    def backward(self, dout):
        dtable = np.zeros(self.shape)
        np.add.at(dtable, self.ids, dout)
        return dtable
