# the blog's (A - min) / (max - min + 1e-8) * 255 cut off: the brightest pixel becomes 254, and maps with tiny numbers stay dark
import numpy as np
def to_image(A):
    img = A - A.min()
    img = img / (img.max() + 1e-8)
    return (img * 255).astype('uint8')
