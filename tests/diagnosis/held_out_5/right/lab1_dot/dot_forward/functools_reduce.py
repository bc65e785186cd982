# right
def dot_forward(x, w):
    total = 0
    for a, b in zip(np.nditer(x, order="C"), np.nditer(w, order="C")):
        total = total + a * b
    return total
