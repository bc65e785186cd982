"""Idea: One place to remember the word numbers is enough.
Hint: In the class, in a global variable or in a default argument there is one memory for all
    layers. A network may have two tables: whose numbers are they?
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
