# adds 1e-8 to the divisor against division by zero and truncates, so the top is 254 (small maps darker still, or black) instead of 255
def to_image(A):
    A = A.astype(np.float64)
    norm = (A - A.min()) / (A.max() - A.min() + 1e-8)
    return (norm * 255).astype(np.uint8)
