# the 1 + amount is put into the top left corner instead of the middle
import numpy as np
def sharpen_filter(amount=1.0):
    f = -amount * np.ones((3, 3)) / 9
    f[0, 0] += 1 + amount
    return f
