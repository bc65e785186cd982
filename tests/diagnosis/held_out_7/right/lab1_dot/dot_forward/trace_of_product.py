# right
# the trace of x times w transposed, by einsum
def dot_forward(x, w):
    return np.einsum("ij,kj->ik", x, w).trace()
