#!/usr/bin/env python3
"""A Hugging Face GPT-2 behind Scapa's external-model protocol: one JSON object per line, each way.

Without arguments it makes a tiny, randomly initialised GPT-2 from a configuration and a byte vocabulary: nothing is
downloaded. With the name or folder of a model it fine-tunes that one instead.
Needs the packages transformers and torch.
"""
import json
import math
import sys

import torch
import transformers
from transformers import GPT2Config, GPT2LMHeadModel

# Warnings go to stderr; a user of the protocol reads errors only.
transformers.logging.set_verbosity_error()

CONTEXT = 128
END = 256
PAD = 257


class Bytes:
    """Bytes as tokens, and one to close a text."""

    def encode(self, text):
        return list(text.encode("utf-8")[: CONTEXT - 1]) + [END]

    def decode(self, ids):
        return bytes(i for i in ids if i < 256).decode("utf-8", "replace")


def fresh_model():
    torch.manual_seed(0)
    return GPT2LMHeadModel(GPT2Config(vocab_size=258, n_positions=CONTEXT, n_embd=64, n_layer=2, n_head=2,
                                      bos_token_id=END, eos_token_id=END, pad_token_id=PAD))


def load():
    if len(sys.argv) > 1:
        from transformers import AutoModelForCausalLM, AutoTokenizer
        return AutoModelForCausalLM.from_pretrained(sys.argv[1]), AutoTokenizer.from_pretrained(sys.argv[1])
    return fresh_model(), Bytes()


def loss(model, ids):
    batch = torch.tensor([ids])
    return model(batch, labels=batch).loss


def train(texts):
    model, tokens = load()
    optimiser = torch.optim.AdamW(model.parameters(), lr=3e-3)
    model.train()
    for text in texts:
        ids = [END] + tokens.encode(text)[: CONTEXT - 1] if isinstance(tokens, Bytes) else tokens.encode(text)[:CONTEXT]
        if len(ids) < 2:
            continue
        optimiser.zero_grad()
        loss(model, ids).backward()
        optimiser.step()
    model.eval()
    return model, tokens


def sample(model, tokens, count, seed):
    torch.manual_seed(seed)
    start = torch.full((count, 1), END if isinstance(tokens, Bytes) else model.config.bos_token_id)
    pad = PAD if isinstance(tokens, Bytes) else model.config.eos_token_id
    with torch.no_grad():
        out = model.generate(start, attention_mask=torch.ones_like(start), do_sample=True, max_length=CONTEXT,
                             pad_token_id=pad)
    texts = [tokens.decode(row.tolist()) for row in out]
    return [text if text.strip() else "." for text in texts]


def score(model, tokens, texts):
    total, words = 0.0, 0
    with torch.no_grad():
        for text in texts:
            ids = ([END] if isinstance(tokens, Bytes) else []) + tokens.encode(text)
            ids = ids[:CONTEXT]
            if len(ids) > 1:
                total += loss(model, ids).item() * (len(ids) - 1)
                words += len(ids) - 1
    return math.exp(total / max(1, words))


def main():
    model = tokens = None
    for line in sys.stdin:
        request = json.loads(line)
        if request["op"] == "train":
            model, tokens = train(request["texts"])
            answer = {"ok": True}
        elif request["op"] == "sample":
            answer = {"texts": sample(model, tokens, request["count"], request["seed"])}
        elif request["op"] == "score":
            answer = {"perplexity": score(model, tokens, request["texts"])}
        else:
            answer = {"error": "unknown op " + str(request["op"])}
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main()
