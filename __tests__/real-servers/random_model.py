"""Writes a llama with random weights in two formats: `PATH.gguf` for llama.cpp, and the folder `PATH` for transformers and vLLM.

    pip install gguf transformers torch
    python random_model.py PATH SEED

With `--gguf`, it writes only `PATH.gguf` and needs only gguf.

It writes printable ASCII, and about one token in ten ends a completion, so that a whole check takes minutes on two cores.
"""

import json
import pathlib
import sys

import gguf
import numpy

WIDTH, BLOCKS, HEADS, INNER, CONTEXT = 128, 2, 4, 256, 2048
SPECIAL = ["<unk>", "<s>", "</s>"]
CHARACTERS = ["\n", *map(chr, range(32, 127))]
END = SPECIAL.index("</s>")
# Every hidden state has a component in this direction, so the logit of the end is about the same everywhere.
CONSTANT, END_LOGIT = 4, 7
TEMPLATE = (
    "{% for message in messages %}{{ message['role'] + ': ' + message['content'] + '\\n' }}{% endfor %}"
    "{% if add_generation_prompt %}{{ 'assistant: ' }}{% endif %}"
)


def weights(seed: int) -> dict[str, numpy.ndarray]:
    """All tensors by their names in GGUF; matrices are (outputs, inputs)."""
    random = numpy.random.default_rng(seed)

    def normal(*shape: int) -> numpy.ndarray:
        return (random.standard_normal(shape) * 2 / numpy.sqrt(shape[-1])).astype(numpy.float32)

    words = len(SPECIAL) + len(CHARACTERS)
    tensors = {"token_embd": normal(words, WIDTH), "output": normal(words, WIDTH)}
    tensors["token_embd"][:, 0] = CONSTANT
    tensors["output"][:, 0] = 0
    tensors["output"][: len(SPECIAL)] = 0
    tensors["output"][: len(SPECIAL), 0] = -10
    tensors["output"][END, 0] = END_LOGIT
    tensors["output_norm"] = numpy.ones(WIDTH, numpy.float32)
    for block in range(BLOCKS):
        for name in ("attn_norm", "ffn_norm"):
            tensors[f"blk.{block}.{name}"] = numpy.ones(WIDTH, numpy.float32)
        for name in ("attn_q", "attn_k", "attn_v", "attn_output"):
            tensors[f"blk.{block}.{name}"] = normal(WIDTH, WIDTH)
        for name in ("ffn_gate", "ffn_up"):
            tensors[f"blk.{block}.{name}"] = normal(INNER, WIDTH)
        tensors[f"blk.{block}.ffn_down"] = normal(WIDTH, INNER)
        for name in ("attn_output", "ffn_down"):
            tensors[f"blk.{block}.{name}"][0] = 0
    return tensors


def write_gguf(path: str, tensors: dict[str, numpy.ndarray]) -> None:
    writer = gguf.GGUFWriter(path, "llama")
    writer.add_context_length(CONTEXT)
    writer.add_embedding_length(WIDTH)
    writer.add_block_count(BLOCKS)
    writer.add_feed_forward_length(INNER)
    writer.add_head_count(HEADS)
    writer.add_head_count_kv(HEADS)
    writer.add_layer_norm_rms_eps(1e-5)
    writer.add_rope_dimension_count(WIDTH // HEADS)
    words = SPECIAL + ["▁" if character == " " else character for character in CHARACTERS]
    writer.add_vocab_size(len(words))
    writer.add_tokenizer_model("llama")
    writer.add_token_list([word.encode() for word in words])
    writer.add_token_types([2, 3, 3] + [1] * len(CHARACTERS))
    writer.add_token_scores([-float(place) for place in range(len(words))])
    writer.add_unk_token_id(0)
    writer.add_bos_token_id(1)
    writer.add_eos_token_id(END)
    writer.add_add_space_prefix(False)
    writer.add_chat_template(TEMPLATE)
    for name, values in tensors.items():
        writer.add_tensor(f"{name}.weight", values)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()


def write_folder(path: str, tensors: dict[str, numpy.ndarray]) -> None:
    import torch
    from tokenizers import Tokenizer, decoders, models
    from transformers import LlamaConfig, LlamaForCausalLM, PreTrainedTokenizerFast

    names = {
        "attn_norm": "input_layernorm", "ffn_norm": "post_attention_layernorm",
        "attn_q": "self_attn.q_proj", "attn_k": "self_attn.k_proj", "attn_v": "self_attn.v_proj",
        "attn_output": "self_attn.o_proj", "ffn_gate": "mlp.gate_proj", "ffn_up": "mlp.up_proj",
        "ffn_down": "mlp.down_proj",
    }  # fmt: skip
    renamed = {"token_embd": "model.embed_tokens", "output": "lm_head", "output_norm": "model.norm"}
    state = {}
    for name, values in tensors.items():
        _, *place = name.split(".")
        new = renamed[name] if not place else f"model.layers.{place[0]}.{names[place[1]]}"
        state[f"{new}.weight"] = torch.from_numpy(values)
    words = SPECIAL + CHARACTERS
    model = LlamaForCausalLM(
        LlamaConfig(
            vocab_size=len(words), hidden_size=WIDTH, intermediate_size=INNER, num_hidden_layers=BLOCKS,
            num_attention_heads=HEADS, num_key_value_heads=HEADS, max_position_embeddings=CONTEXT,
            rms_norm_eps=1e-5, bos_token_id=1, eos_token_id=END, tie_word_embeddings=False,
        )
    )  # fmt: skip
    model.load_state_dict(state)
    model.save_pretrained(path)
    tokenizer = Tokenizer(models.BPE({word: place for place, word in enumerate(words)}, [], unk_token="<unk>"))
    tokenizer.decoder = decoders.Fuse()
    fast = PreTrainedTokenizerFast(
        tokenizer_object=tokenizer, unk_token="<unk>", bos_token="<s>", eos_token="</s>", model_max_length=CONTEXT
    )
    fast.chat_template = TEMPLATE
    fast.save_pretrained(path)
    # What a fine-tuned checkpoint has: without `do_sample`, transformers would decode greedily.
    settings = {"bos_token_id": 1, "eos_token_id": END}
    pathlib.Path(path, "generation_config.json").write_text(json.dumps(settings))


def main(path: str, seed: int, only_gguf: bool) -> None:
    tensors = weights(seed)
    pathlib.Path(path).parent.mkdir(parents=True, exist_ok=True)
    write_gguf(f"{path}.gguf", tensors)
    if not only_gguf:
        write_folder(path, tensors)


main(sys.argv[1], int(sys.argv[2]), "--gguf" in sys.argv[3:])
