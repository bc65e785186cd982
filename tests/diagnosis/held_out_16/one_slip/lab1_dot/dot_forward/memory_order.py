# reads both grids in the order of memory (ravel order 'K'), so with one array by rows and one by columns in memory the wrong entries meet
def dot_forward(x, w):
    a = x.ravel(order="K")
    b = w.ravel(order="K")
    return a @ b
