"""Sound inputs made unsound: pieces cut, doubled, moved, joined, and replaced by what has broken parsers."""

from collections.abc import Callable, Sequence
from random import Random

MOST = 200_000
"""Bytes of an input, at most: growth is measured elsewhere."""

_TOKENS = [
    *b"\x00 \x1b[31m \x1b]0;X\x07 \x9b31m \xc2\x9b31m \xe2\x80\xae \xe2\x80\xa8 \xed\xa0\x80 \xff\xfe".split(
        b" "
    ),
    *b"\xef\xbb\xbf \r \r\n \x0b <!-- --> <![CDATA[ ]]> </p> <br> <div> <span </table> <svg> <script>".split(
        b" "
    ),
    *b"<!DOCTYPE &#xD800; &#x110000; &#0; &amp; &#99999999999999999999; &lt; \\ud83d \\u0000 NaN 1e999".split(
        b" "
    ),
    *b'-0 {} [] null true "" : , // http://[ https://a:99999/ \xe2\x80\x9c \xe2\x80\x9d \xc2\xab \xc2\xbb'.split(
        b" "
    ),
    *b"' --- ``` | > - # ^q1 \xe2\x80\x93 %% == $ [[ ]] ![ ]( ~~ ** _ 9999999999999999".split(b" "),
    *("Z\u0301".encode() * 40, "م".encode(), "日本".encode(), "👩\u200d👧".encode()),
    *(b"Mr ", b" said ", b"$5 million", b"2014-00-29", b"\n\n", b" " * 400),
]

Operation = Callable[[Random, bytes, Sequence[bytes]], bytes]


def mutated(dice: Random, samples: Sequence[bytes]) -> bytes:
    """An input made of *samples* by one to eight changes; the same for the same *dice*."""
    data = dice.choice(samples)
    for _ in range(dice.randint(1, 8)):
        data = dice.choice(_OPERATIONS)(dice, data, samples)[:MOST]
    return data


def _piece(dice: Random, data: bytes) -> tuple[int, int]:
    start = dice.randrange(len(data) + 1)
    return start, min(len(data), start + dice.choice([1, 2, 8, 40, 400, 4_000]))


def _cut(dice: Random, data: bytes, _: Sequence[bytes]) -> bytes:
    start, end = _piece(dice, data)
    return data[:start] + data[end:]


def _double(dice: Random, data: bytes, _: Sequence[bytes]) -> bytes:
    start, end = _piece(dice, data)
    times = dice.choice([2, 3, 10, 200])
    return data[:start] + data[start:end] * times + data[end:]


def _move(dice: Random, data: bytes, _: Sequence[bytes]) -> bytes:
    start, end = _piece(dice, data)
    rest = data[:start] + data[end:]
    at = dice.randrange(len(rest) + 1)
    return rest[:at] + data[start:end] + rest[at:]


def _put(dice: Random, data: bytes, _: Sequence[bytes]) -> bytes:
    start, end = _piece(dice, data)
    token = dice.choice(_TOKENS)
    return data[:start] + token + data[dice.choice([start, end]) :]


def _join(dice: Random, data: bytes, samples: Sequence[bytes]) -> bytes:
    start, _ = _piece(dice, data)
    other = dice.choice(samples)
    first, last = _piece(dice, other)
    return data[:start] + other[first:last] + data[start:]


def _flip(dice: Random, data: bytes, _: Sequence[bytes]) -> bytes:
    if not data:
        return data
    at = dice.randrange(len(data))
    return data[:at] + bytes([dice.randrange(256)]) + data[at + 1 :]


_OPERATIONS: tuple[Operation, ...] = (_cut, _double, _move, _put, _put, _put, _join, _flip)
