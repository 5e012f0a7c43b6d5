"""
Makes the Parquet files beside it with pyarrow 26.0.1, which wrote the files of the Hugging Face hub too:

    pip install pyarrow==26.0.1
    python make.py

Each codec has the same rows: a string column, lists of strings in a struct, and 64-bit integers, one of them beyond what a
JavaScript number holds. `bomb.parquet` has a small file size and a million times the same long text; `many-rows.parquet` has more
rows than the limit; `lying-rows.parquet` has 200 rows, and metadata according to which a group of them has 2^29.
"""

import pathlib
import struct

import pyarrow as pa
import pyarrow.parquet as pq

here = pathlib.Path(__file__).parent

rows = pa.table(
    {
        "id": ["Exam_2009_5_1", "Exam_2010_4_2"],
        "question": ["Which of these floats on water?", "What happens to ice in a warm room? ❄"],
        "choices": pa.array(
            [
                {"text": ["a stone", "a coin", "a nail", "a cork"], "label": ["A", "B", "C", "D"]},
                {"text": ["It burns", "It melts", "It grows"], "label": ["1", "2", "3"]},
            ],
            pa.struct([("text", pa.list_(pa.string())), ("label", pa.list_(pa.string()))]),
        ),
        "answerKey": ["D", "2"],
    }
)
for codec in ("none", "snappy", "gzip", "zstd", "brotli", "lz4"):
    pq.write_table(rows, here / f"arc-{codec}.parquet", compression=codec)

pq.write_table(
    pa.table(
        {
            "question_id": pa.array([70, 2**60 + 1], pa.int64()),
            "score": pa.array([None, 0.5]),
            "options": [["a", "b"], []],
            "__index_level_0__": [0, 1],
        }
    ),
    here / "numbers.parquet",
)

pq.write_table(
    pa.table({"question": ["x" * 100_000_000] * 4}),
    here / "bomb.parquet",
    compression="zstd",
    use_dictionary=False,
)
pq.write_table(pa.table({"question": pa.repeat("x", 1_000_001)}), here / "many-rows.parquet", compression="zstd")


def varint(number):
    """A number as Thrift's compact protocol writes it."""
    number, written = number << 1, b""
    while number >= 128:
        written, number = written + bytes([number & 127 | 128]), number >> 7
    return written + bytes([number])


lying = here / "lying-rows.parquet"
pq.write_table(pa.table({"question": ["x"] * 200}), lying, compression="none")
true = lying.read_bytes()
[size] = struct.unpack("<I", true[-8:-4])
# The last number of rows in the metadata is that of the only group.
at = true.rindex(varint(200))
assert at > len(true) - 8 - size
changed = true[:at] + varint(2**29) + true[at + len(varint(200)) : -8]
lying.write_bytes(changed + struct.pack("<I", size + len(varint(2**29)) - len(varint(200))) + b"PAR1")
