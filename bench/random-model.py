"""Writes a llama of random weights, small enough for any machine: a server can be tried with it, though not a check's verdict.

    pip install 'llama-cpp-python[server]' gguf
    python bench/random-model.py random-v1.gguf 1
    python -m llama_cpp.server --model random-v1.gguf --model_alias random-v1 --chat_format chatml
"""

import sys

import gguf
import numpy

WIDTH, BLOCKS, HEADS, INNER, CONTEXT = 64, 2, 4, 128, 2048
SPECIAL = [(b"<unk>", 2), (b"<s>", 3), (b"</s>", 3)]
BYTES = [(f"<0x{byte:02X}>".encode(), 6) for byte in range(256)]
WORDS = [(word.encode(), 1) for word in ("▁", "a", "the", "▁the")]


def main(path: str, seed: int) -> None:
    random = numpy.random.default_rng(seed)
    tokens, types = zip(*SPECIAL, *BYTES, *WORDS)

    def weights(*shape: int) -> numpy.ndarray:
        return (random.standard_normal(shape) * 0.3).astype(numpy.float32)

    writer = gguf.GGUFWriter(path, "llama")
    writer.add_context_length(CONTEXT)
    writer.add_embedding_length(WIDTH)
    writer.add_block_count(BLOCKS)
    writer.add_feed_forward_length(INNER)
    writer.add_head_count(HEADS)
    writer.add_head_count_kv(HEADS)
    writer.add_layer_norm_rms_eps(1e-5)
    writer.add_rope_dimension_count(WIDTH // HEADS)
    writer.add_vocab_size(len(tokens))
    writer.add_tokenizer_model("llama")
    writer.add_token_list(tokens)
    writer.add_token_types(types)
    writer.add_token_scores([-float(place) for place in range(len(tokens))])
    writer.add_unk_token_id(0)
    writer.add_bos_token_id(1)
    writer.add_eos_token_id(2)

    writer.add_tensor("token_embd.weight", weights(len(tokens), WIDTH))
    writer.add_tensor("output_norm.weight", numpy.ones(WIDTH, numpy.float32))
    writer.add_tensor("output.weight", weights(len(tokens), WIDTH))
    for block in range(BLOCKS):
        for name in ("attn_norm", "ffn_norm"):
            writer.add_tensor(f"blk.{block}.{name}.weight", numpy.ones(WIDTH, numpy.float32))
        for name in ("attn_q", "attn_k", "attn_v", "attn_output"):
            writer.add_tensor(f"blk.{block}.{name}.weight", weights(WIDTH, WIDTH))
        for name in ("ffn_gate", "ffn_up"):
            writer.add_tensor(f"blk.{block}.{name}.weight", weights(INNER, WIDTH))
        writer.add_tensor(f"blk.{block}.ffn_down.weight", weights(WIDTH, INNER))
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()


main(sys.argv[1], int(sys.argv[2]))
