"""Answers such as "12 km" or "12,000 m": right where they are the same length. One line in, one line out."""
import json, re, sys

METRES = {"mm": 0.001, "cm": 0.01, "m": 1.0, "km": 1000.0}
LENGTH = re.compile(r"(-?[\d,]+(?:\.\d+)?)\s*(mm|cm|km|m)\b")

def metres(text):
    found = LENGTH.findall(text)
    return round(float(found[-1][0].replace(",", "")) * METRES[found[-1][1]], 6) if found else None

for line in sys.stdin:
    sample = json.loads(line)
    got, right = metres(sample["text"]), metres(sample["item"]["answer"])
    outcome = "unparseable" if got is None else "correct" if got == right else "incorrect"
    print(json.dumps({"outcome": outcome, "answer": None if got is None else f"{got} m"}), flush=True)
