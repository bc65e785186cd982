# turns the filter round before the product (w[::-1]), true convolution instead of correlation
def conv_1d_unrolled(x, w):
    return unroll(x, len(w)) @ w[::-1]
