#!/bin/sh
# Installs the .deb in an empty Debian without Python and network, uses it, and removes it; then
# unpacks the .tar.gz there and uses it.
# As root, in Debian with mmdebstrap, xvfb and xdotool; `make test-package` runs it.
set -eu
package=$(realpath "$1")
archive=$(realpath "$2")
demo=$(realpath "$(dirname "$0")/../../resources/demo")
work=$(mktemp -d)
root=$work/root
display=:66
trap 'umount "$root/proc" 2>/dev/null || true; kill ${xvfb:-} 2>/dev/null || true; rm -rf "$work"' EXIT
Xvfb $display -screen 0 1280x720x24 -nolisten unix -listen local 2>"$work/xvfb" &
xvfb=$!

depends=$(dpkg-deb -f "$package" Depends | sed 's/([^)]*)//g; s/ //g')
mmdebstrap --quiet --variant=minbase --include="$depends" bookworm "$root"
mount -t proc proc "$root/proc"
inside() { unshare --net chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 "$@"; }
# Left out: caches that fontconfig and JACK, which are not of the package, make for any program.
files() { (cd "$root" && find . -xdev -path ./proc -prune -o -path ./tmp -prune -o -path ./root -prune \
	-o -path ./dev -prune -o -path ./var/cache/fontconfig -prune \
	-o -path ./var/lib/dpkg -prune -o -path ./var/log -prune -o -print | sort); }
! inside sh -c 'command -v python3' || { echo "There is a Python in the empty root."; exit 1; }
files >"$work/before"

cp "$package" "$root/tmp/genre-monitor.deb"
inside dpkg -i /tmp/genre-monitor.deb
cp -r "$demo" "$root/tmp/music"
inside genre-monitor --version
inside genre-monitor analyze /tmp/music --jobs 2 -o /tmp/genres.csv
[ "$(wc -l <"$root/tmp/genres.csv")" -eq 4 ]
! inside genre-monitor train /tmp/music -o /tmp/x.safetensors 2>"$work/train"
[ "$(wc -l <"$work/train")" -eq 1 ]
cat "$work/train"

# The screen's socket has no name in the file system, so that it reaches into the root; the network
# is away all the same, but abstract sockets belong to it.
timeout 20 chroot "$root" env -i PATH=/usr/bin:/bin HOME=/root LANG=C.UTF-8 DISPLAY=$display \
	genre-monitor "/tmp/music/Sectoid - Feelings.ogg" &
window=$!
DISPLAY=$display timeout 15 xdotool search --sync --onlyvisible --name genre-monitor >/dev/null
sleep 8
DISPLAY=$display import -window root "${PICTURE:-$work/window.png}"
kill -0 $window
wait $window || true

inside dpkg --purge genre-monitor
files >"$work/after"
diff "$work/before" "$work/after"

tar -xzf "$archive" -C "$root/tmp"
inside sh -c '/tmp/genre-monitor-*-linux-amd64/bin/genre-monitor analyze /tmp/music -o /tmp/unpacked.csv'
[ "$(wc -l <"$root/tmp/unpacked.csv")" -eq 4 ]
echo "The package was installed, used and removed without a trace; the archive works."
