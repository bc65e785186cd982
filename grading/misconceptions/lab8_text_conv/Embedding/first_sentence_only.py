"""Idea: I do it for one sentence, the others are alike.
Hint: Words of the second sentence are read from the same table. Where does their gradient go?
Family: batch
Fails: test_Embedding_together, test_Embedding_kinds, test_Embedding_layer
"""


class Embedding(Layer):
    def forward(self, ids, table):
        self.ids, self.shape = ids, table.shape
        return table[ids]

    def backward(self, dout):
        dtable = np.zeros(self.shape)
        np.add.at(dtable, self.ids[0], dout[0])
        return dtable
