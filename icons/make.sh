#!/bin/sh
# Draws the PNG sizes and the Windows icon anew from the two SVG files; their results are committed,
# so that a build needs neither rsvg-convert (librsvg2-bin) nor icotool (icoutils).
set -eu
cd "$(dirname "$0")"
mkdir -p png
draw() { rsvg-convert --width "$2" --height "$2" "$1" --output "png/roquyen-$2.png"; }
for size in 16 20 24; do draw roquyen-small.svg "$size"; done
for size in 32 40 48 64 96 128 256 512; do draw roquyen.svg "$size"; done
icotool --create --output=roquyen.ico png/roquyen-16.png png/roquyen-20.png png/roquyen-24.png \
  png/roquyen-32.png png/roquyen-40.png png/roquyen-48.png png/roquyen-64.png --raw=png/roquyen-256.png
