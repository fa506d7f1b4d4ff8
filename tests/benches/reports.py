#!/usr/bin/env python3
"""Times `factbox extract` over a folder of reports beside `pdftotext` over the same files, single-threaded, in turn.

usage: reports.py [FOLDER] [FACTBOX]    FOLDER: ../shared/corpus/reports
"""
import os, pathlib, statistics, subprocess, sys

folder = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/corpus/reports")
FACTBOX = os.path.abspath(sys.argv[2] if len(sys.argv) > 2 else "target/release/factbox")
files = sorted(str(file) for file in folder.glob("*.pdf"))
if not files:
    sys.exit(f"no reports in {folder}: skipped")


def run(commands):
    cpu, peak = 0.0, 0
    for command in commands:
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, _, usage = os.wait4(process.pid, 0)
        cpu += usage.ru_utime + usage.ru_stime
        peak = max(peak, usage.ru_maxrss)
    return cpu, peak / 1024


ratios = []
for turn in range(3):
    ours, _ = run([[FACTBOX, "extract", "--threads", "1", *files]])
    theirs, _ = run([["pdftotext", file, os.devnull] for file in files])
    ratios.append(ours / theirs)
    print(f"run {turn + 1}: factbox {ours:.1f} s of processor time, pdftotext {theirs:.1f} s, ratio {ours / theirs:.2f}")
_, peak = run([[FACTBOX, "extract", "--threads", "1", file] for file in files])
print(f"median ratio {statistics.median(ratios):.2f}; peak memory of one report {peak:.0f} MB")
