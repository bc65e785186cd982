# A neuron as in many blog posts: the weighted sum is squashed by a sigmoid.
def sigmoid(z):
    return 1.0 / (1.0 + np.exp(-z))


def dot_forward(x, w):
    z = np.dot(w.flatten(), x.flatten())
    return sigmoid(z)
