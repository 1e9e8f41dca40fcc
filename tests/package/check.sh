#!/bin/sh
# Installs the .deb in an empty Debian without Python and network, uses it, and removes it; then
# unpacks the .tar.gz there and uses it.
# As root, in Debian with mmdebstrap, pulseaudio, xvfb and xdotool; `make test-package` runs it.
set -eu
package=$(realpath "$1")
archive=$(realpath "$2")
demo=$(realpath "$(dirname "$0")/../../resources/demo")
work=$(mktemp -d)
root=$work/root
display=:66
trap 'umount "$root/proc" 2>/dev/null || true; kill ${xvfb:-} ${server:-} 2>/dev/null || true
	rm -rf "$work"' EXIT
Xvfb $display -screen 0 1280x720x24 -nolisten unix -listen local 2>"$work/xvfb" &
xvfb=$!

depends=$(dpkg-deb -f "$package" Depends | sed 's/([^)]*)//g; s/ //g')
recommends=$(dpkg-deb -f "$package" Recommends | sed 's/ //g')
mmdebstrap --quiet --variant=minbase --include="$depends,$recommends" bookworm "$root"
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
inside env LANGUAGE=de genre-monitor analyze --help | grep -q '^Aufruf: genre-monitor analyze'
(cd "$root/tmp/music" && sha256sum -- *.ogg) >"$work/untagged"
inside genre-monitor analyze /tmp/music --write-tags --overwrite --undo-file /tmp/undo.jsonl
(cd "$root/tmp/music" && ! sha256sum --status -c "$work/untagged")
inside genre-monitor restore-tags /tmp/undo.jsonl

# A microphone that hears the demo: the monitor of an output of a sound server outside, whose socket
# is a file of the root.
mkdir "$work/server" "$root/tmp/sound"
cat >"$work/server.pa" <<-END
	load-module module-native-protocol-unix auth-anonymous=1 socket=$root/tmp/sound/native
	load-module module-null-sink sink_name=room rate=44100 channels=1
	set-default-sink room
	set-default-source room.monitor
END
export PULSE_RUNTIME_PATH="$work/server" PULSE_STATE_PATH="$work/server" \
	PULSE_SERVER="unix:$root/tmp/sound/native"
pulseaudio -n -F "$work/server.pa" --daemonize=no --exit-idle-time=-1 --use-pid-file=no \
	--log-target=file:"$work/server/log" &
server=$!
until pactl list short sources 2>/dev/null | grep -q room.monitor; do sleep 0.1; done
paplay --device=room "$root/tmp/music/Sectoid - Feelings.ogg" &
inside env PULSE_SERVER=unix:/tmp/sound/native genre-monitor listen --seconds 12 >"$work/heard"
cat "$work/heard"
grep -q '"state": "music"' "$work/heard"
kill $server

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
