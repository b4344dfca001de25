"""The slow, obvious twin of io.scapa.text.token.hf: answers with what the Python library `tokenizers` does.

Reads one JSON object a line from standard input, writes one a line to standard output:
  {"normalizer": {...}, "texts": [...]}      -> {"texts": [...]}
  {"tokenizer": {...} or "path": file, "texts": [...]} -> {"ids": [[...], ...]}
  {"train": "BPE" or "Unigram", "size": n, "settings": {...}, "texts": [...]} -> {"tokenizer": {...}}
"""
import json
import sys

from tokenizers import Tokenizer, models, normalizers, trainers


def with_parts(document, settings):
    document.update(settings)
    return Tokenizer.from_str(json.dumps(document))


def normalised(request):
    empty = json.loads(Tokenizer(models.BPE()).to_str())
    tokenizer = with_parts(empty, {"normalizer": request["normalizer"]})
    return {"texts": [tokenizer.normalizer.normalize_str(text) for text in request["texts"]]}


def encoded(request):
    if "path" in request:
        tokenizer = Tokenizer.from_file(request["path"])
    else:
        tokenizer = Tokenizer.from_str(json.dumps(request["tokenizer"]))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    tokenizer.encode_special_tokens = True
    return {"ids": [tokenizer.encode(text, add_special_tokens=False).ids for text in request["texts"]]}


def trained(request):
    if request["train"] == "BPE":
        model, trainer = models.BPE(unk_token="<unk>"), trainers.BpeTrainer
    else:
        model, trainer = models.Unigram(), trainers.UnigramTrainer
    options = {"vocab_size": request["size"], "special_tokens": ["<unk>"], "show_progress": False}
    if request["train"] == "Unigram":
        options["unk_token"] = "<unk>"
    tokenizer = with_parts(json.loads(Tokenizer(model).to_str()), request["settings"])
    tokenizer.train_from_iterator(request["texts"], trainer(**options))
    return {"tokenizer": json.loads(tokenizer.to_str())}


for line in sys.stdin:
    request = json.loads(line)
    if "train" in request:
        answer = trained(request)
    elif "normalizer" in request:
        answer = normalised(request)
    else:
        answer = encoded(request)
    print(json.dumps(answer), flush=True)
