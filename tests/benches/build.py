#!/usr/bin/env python3
"""Times `factbox build` of 1,000 made documents of 2,000 words, and of 250, to show how memory grows.

usage: build.py [FACTBOX]
"""
import os, pathlib, random, resource, subprocess, sys, tempfile, time

FACTBOX = os.path.abspath(sys.argv[1] if len(sys.argv) > 1 else "target/release/factbox")
WORDS = "boats nets crews harbour river task force weather oars records plans children council board quay pier".split()


def text(number, rng):
    lines = [f"Report {number} on the harbours of Swindon", "", f"By Ann Fisher", "", f"| {rng.randint(1, 28)} March 20{10 + number % 15}", ""]
    count = 0
    while count < 2000:
        words = [rng.choice(WORDS) for _ in range(40)]
        lines.append(" ".join(words).capitalize() + f". At 31 March 2014, {rng.randint(100, 999)} boats were at sea, compared with {rng.randint(100, 999)} at 31 March 2013.")
        lines.append("")
        count += 55
    return "\n".join(lines)


def run(count):
    with tempfile.TemporaryDirectory() as folder:
        sources = pathlib.Path(folder, "content", "sources")
        sources.mkdir(parents=True)
        rng = random.Random(7)
        for number in range(count):
            (sources / f"report-{number}.txt").write_text(text(number, rng))
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        started = time.time()
        process = subprocess.Popen([FACTBOX, "--root", folder, "build", "--quiet"], stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.time() - started
        cpu = usage.ru_utime + usage.ru_stime
        print(f"{count:5} documents: {wall:6.1f} s, {cpu / wall:4.2f} processors, peak {usage.ru_maxrss / 1024:6.0f} MB, status {os.waitstatus_to_exitcode(status)}")


for count in (250, 1000):
    run(count)
