"""Idea: The gradient of the table is a sum, so I make it once and keep adding to it.
Hint: Call backward twice after one forward. Should the second answer be twice the first?
Family: state
Fails: test_Embedding_layer
"""


class Embedding(Layer):
    def forward(self, ids, table):
        self.ids, self.dtable = ids, np.zeros(table.shape)
        return table[ids]

    def backward(self, dout):
        np.add.at(self.dtable, self.ids, dout)
        return self.dtable.copy()
