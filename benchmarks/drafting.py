"""Measure `draft` on mutated reports: facts matched, and certain matches that are wrong. Prints a line a strength.

Run: python benchmarks/drafting.py [how many mutants of each strength]
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tests" / "drafting")]

STRENGTHS = (0.0, 0.2, 0.5, 1.0)
"""How much is reworded, removed and added: 0 changes only numbers, order and numbering; 1 all that the tables hold."""


def main() -> None:
    """Measure and print."""
    from measuring import count_mutants, describe_counts

    mutants = int(sys.argv[1]) if len(sys.argv) > 1 else 50
    for strength in STRENGTHS:
        started = time.perf_counter()
        counts = count_mutants(ROOT / "tests" / "fixtures" / "rich", range(mutants), strength)
        seconds = (time.perf_counter() - started) / mutants
        sys.stdout.write(f"strength {strength}: {describe_counts(counts)}; {seconds:.2f} s a report\n")


if __name__ == "__main__":
    main()
