# make run         set up, then start the app (make run FILE=song.mp3 plays a file)
# make test        set up, then run all checks and tests (ARGS="…" are passed to pytest);
#                  only the quick tests: make test ARGS='-m "not slow and not audio"'
# make coverage    run the tests and print the share of lines that they execute, by folder
# make package     build dist/*.deb and dist/*.tar.gz, which need no Python
# make test-package
#                  install, use and remove the .deb in an empty Debian, and unpack and use the .tar.gz;
#                  as root
# make screenshots
#                  take the pictures in README and manual again (three minutes)
# make free-music  extract free music and speech from Debian packages, as an archive to train on
# make model DATA=DIR
#                  train the bundled model on the log-mel archives in DIR and on free music, from
#                  nothing, and write its card
#
# For Debian and Ubuntu. On macOS and Windows, follow the README.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
APP_PACKAGES := python3-venv libportaudio2 libasound2-plugins libegl1 libgl1 libxkbcommon-x11-0 \
	libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-image0 libxcb-render-util0 libxcb-shape0 \
	libdbus-1-3 libfontconfig1 libgssapi-krb5-2 libbrotli1
# mosquitto starts a broker on the loopback when it is installed, icecast2 nothing; the tests start
# their own.
TEST_PACKAGES := xvfb fonts-dejavu-core mosquitto icecast2 dbus gnome-keyring
SOUND_TEST_PACKAGES := pulseaudio pulseaudio-utils
PACKAGE_PACKAGES := binutils dpkg-dev appstream desktop-file-utils
PACKAGE_TEST_PACKAGES := mmdebstrap xvfb xdotool imagemagick $(SOUND_TEST_PACKAGES)
MODEL := resources/weights/genre-monitor.safetensors
CPU_TORCH := https://download.pytorch.org/whl/cpu
# Percent of the lines, apart from what runs only in processes that tests start.
LEAST_COVERED := 94
# The tests of a file stay in one process, because they share what is slow to set up. Many wait, for
# devices or the clock, so three processes keep two cores busy.
PYTEST := $(BIN)/pytest -n 3 --dist loadfile --no-loadscope-reorder
SUDO := $(shell [ "$$(id -u)" = 0 ] || echo sudo)
# Installs only what is missing, so a machine that has everything needs no root. Removes nothing.
INSTALL = missing=$$(for package in $(1); do \
	dpkg-query -W -f='$${Status}' $$package 2>/dev/null | grep -q 'ok installed' || echo $$package; \
	done); [ -z "$$missing" ] || { echo "Installing" $$missing; \
	[ -z "$(SUDO)" ] || command -v sudo >/dev/null || { \
	echo "There is no sudo here. As root: apt-get install" $$missing; exit 1; }; \
	$(SUDO) apt-get update -qq && $(SUDO) env DEBIAN_FRONTEND=noninteractive \
	apt-get install -y -qq --no-install-recommends --no-remove $$missing; }

.PHONY: run test coverage package test-package screenshots free-music model

run: $(VENV)/app
	$(BIN)/genre-monitor $(if $(FILE),"$(FILE)")

test: $(VENV)/dev
	$(BIN)/python -m resources.languages.compile
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(PYTEST) $(ARGS)

coverage: $(VENV)/dev
	$(PYTEST) --cov --cov-report= $(ARGS)
	@for folder in desktop_app/*/ model/ resources/; do \
		percent=$$($(BIN)/coverage report --include="$$folder*" --format=total --fail-under=0); \
		printf '%-26s%s %%\n' "$$folder" "$$percent"; done
	@$(BIN)/coverage report --format=total --fail-under=$(LEAST_COVERED)

package: $(VENV)/package
	rm -rf build/package build/pyinstaller dist/genre-monitor*
	$(BIN)/pyinstaller --noconfirm --log-level WARN --distpath build/package \
		--workpath build/pyinstaller resources/package/genre-monitor.spec
	$(BIN)/python -m resources.package.build

test-package:
	@$(call INSTALL,$(PACKAGE_TEST_PACKAGES))
	tests/package/check.sh dist/genre-monitor_*_amd64.deb dist/genre-monitor-*-linux-amd64.tar.gz

screenshots: $(VENV)/dev
	$(BIN)/python -m tests.benchmarks.screenshots.documentation

free-music: $(VENV)/app
	rm -rf build/packages build/unpacked build/free
	mkdir -p build/packages build/unpacked
	cd build/packages && apt-get download -qq $$(../../$(BIN)/python -m model.free_music)
	for package in build/packages/*.deb; do dpkg-deb -x $$package build/unpacked || exit 1; done
	$(BIN)/python -m model.free_music build/unpacked build/free
	$(BIN)/genre-monitor archive build/free --doubtful -o build/archives
	rm -rf build/packages build/unpacked build/free

model: $(VENV)/app
	@[ -d "$(DATA)" ] || { echo "Give the folder of the archives: make model DATA=DIR"; exit 1; }
	[ -e build/archives ] || $(MAKE) free-music
	$(BIN)/genre-monitor train "$(DATA)" build/archives \
		$(if $(wildcard $(DATA)/outside),--outside "$(DATA)/outside") -o $(MODEL)
	$(BIN)/genre-monitor evaluate --model $(MODEL) --card resources/model-card.md

$(VENV)/app: pyproject.toml
	@$(call INSTALL,$(APP_PACKAGES))
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --upgrade pip
	# torch's own index offers builds without CUDA, which takes gigabytes and which the app never uses.
	$(BIN)/pip install --quiet --retries 1 --extra-index-url $(CPU_TORCH) 'torch>=2.6,<2.14'
	$(BIN)/pip install --quiet --editable .
	touch $@

$(VENV)/dev: $(VENV)/app
	@$(call INSTALL,$(TEST_PACKAGES))
	@$(call INSTALL,$(SOUND_TEST_PACKAGES)) || \
		echo "Without PulseAudio the tests through a virtual microphone are skipped."
	$(BIN)/pip install --quiet --editable '.[dev]'
	touch $@

$(VENV)/package: $(VENV)/app
	@$(call INSTALL,$(PACKAGE_PACKAGES))
	$(BIN)/pip install --quiet --editable '.[package]'
	touch $@
