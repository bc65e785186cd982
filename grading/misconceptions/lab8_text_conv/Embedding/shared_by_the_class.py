"""Idea: The word numbers can be kept in the class.
Hint: A network may have two tables. Whose numbers does the first one find in the class?
Family: state
Fails: test_Embedding_layer
"""


class Embedding(Layer):
    def forward(self, ids, table):
        Embedding.ids, Embedding.shape = ids, table.shape
        return table[ids]

    def backward(self, dout):
        dtable = np.zeros(self.shape)
        np.add.at(dtable, self.ids, dout)
        return dtable
