# Takes the mean of the products instead of their sum, and cuts it off to an int.
def dot_forward(x, w):
    if x.ndim != 2 or x.shape != w.shape:
        raise ValueError(f"x and w must be 2-D and of one shape, got {x.shape} and {w.shape}")
    products = [a * b for a, b in zip(x.ravel(), w.ravel())]
    return int(sum(products) / len(products))
