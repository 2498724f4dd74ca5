"""The sets of the corpora in thirds, by the checksum of `set|id`: what a model is trained on and what it is not shown."""
import zlib

PARTS = 3


def part_of(name):
    """The part of a page, by `set|id`; part 0 is the third that is kept apart in development."""
    return zlib.crc32(name.encode()) % PARTS
