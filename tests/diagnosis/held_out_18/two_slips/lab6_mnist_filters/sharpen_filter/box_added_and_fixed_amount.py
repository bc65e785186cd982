# the box is added instead of taken away; and amount is ignored, as if it were always 1
import numpy as np
def sharpen_filter(amount=1.0):
    w = np.full((3, 3), 1 / 9)
    w[1, 1] += 2
    return w
