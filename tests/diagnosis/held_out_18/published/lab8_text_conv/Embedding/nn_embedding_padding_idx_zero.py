# like nn.Embedding(V, D, padding_idx=0): word 0 is taken for padding, so its row of the gradient is set to zero
class Embedding(Layer):
    padding_idx = 0
    def forward(self, ids, table):
        self.num_embeddings, self.embedding_dim = table.shape
        self.input = ids
        return table[ids]
    def backward(self, dout):
        grad_weight = np.zeros((self.num_embeddings, self.embedding_dim))
        np.add.at(grad_weight, self.input.ravel(), dout.reshape(-1, self.embedding_dim))
        grad_weight[self.padding_idx] = 0
        return grad_weight
