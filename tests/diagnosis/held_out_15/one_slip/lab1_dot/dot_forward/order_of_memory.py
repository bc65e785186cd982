# Reads both arrays in the order in which they lie in memory (ravel 'K'), so a C-ordered x and an F-ordered w are paired wrongly.
def dot_forward(x, w):
    return float(x.ravel(order="K") @ w.ravel(order="K"))
