# adds up the products by recursion, halving the list of products
import numpy as np
def dot_forward(x, w):
    def add(p):
        if len(p) == 1:
            return p[0]
        half = len(p) // 2
        return add(p[:half]) + add(p[half:])
    return float(add([float(a) * float(b) for a, b in zip(x.flat, w.flat)]))
