#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# fulldisk.sh WORK CTL PRACTICE RX: fills a disk of its own with a copy of PRACTICE on it, writes until it is refused,
# makes room and looks; then another practice is made where there is no room. Answers as JSON files in WORK. Run it in a mount namespace of its own.
set -e
work="$1" ctl="$2" good="$3" rx="$4"
disk="$work/disk"
mkdir -p "$disk"
mount -t tmpfs -o size=16m none "$disk"
cp -r "$good" "$disk/practice"
call() { "$ctl" "$@" --json --user medecin --practice "$disk/practice"; }

call practice info > "$work/before.json"
for left in 0 8 24 48 96 160 256; do # KiB: full at another moment each time
    # Full to the last byte, then so much taken away again.
    head -c 16m /dev/zero > "$disk/filler" 2> "$work/filler.txt" || true
    truncate -s "-${left}K" "$disk/filler"
    call rx print "$rx" --out "$work/full.pdf" > "$work/full$left.json" || true
    rm "$disk/filler"
    call practice check > "$work/check$left.json" || true
done
call practice info > "$work/after.json"
for left in 0 16 64 160 320; do
    head -c 16m /dev/zero > "$disk/filler" 2> "$work/filler.txt" || true
    truncate -s "-${left}K" "$disk/filler"
    "$ctl" practice create "$disk/new" --name Recette --demo --json > "$work/made$left.json" || true
    find "$disk" -path "$disk/new*" > "$work/there$left.txt"
    rm "$disk/filler"
done
