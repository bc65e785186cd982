# right
def output_size(n, k, padding=0, stride=1):
    if stride < 1 or padding < 0:
        raise ValueError('stride, padding')
    total = n + 2 * padding
    if k > total:
        raise ValueError('too long')
    count, end = 1, k
    while end + stride <= total:
        count += 1
        end += stride
    if end != total:
        raise ValueError('rest')
    return count
