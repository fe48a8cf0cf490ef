#!/usr/bin/env bash
# Sets up what the tests need, runs them all, and ends with the line "N passed, N failed, N skipped".
set -uo pipefail
cd "$(dirname "$0")"

need_package() { # command package...
  command -v "$1" >/dev/null 2>&1 && return
  shift
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    apt-get update -qq >/dev/null && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null
  else
    echo "Missing: $*. Install it, or run this script as root on Debian." >&2
  fi
}

# The end-to-end tests drive a real browser and need Chinese glyphs.
need_package chromium chromium fonts-noto-cjk

need_package npm nodejs npm

# Several servers on one store: a PostgreSQL of the tests' own. Debian keeps its programs out of the path.
ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || need_package initdb postgresql

# The kiosk's printer is a real CUPS, what it printed is looked at, and its card reader hangs on a line of the system.
need_package cupsd cups cups-client cups-filters ghostscript
need_package pdftotext poppler-utils
need_package socat socat

# The real chat clients that the end-to-end tests drive.
(cd tests/EndToEnd/clients && npm ci --ignore-scripts --no-audit --no-fund --silent)
src/Server/webchat/build.sh
src/Kiosk/keyboard/build.sh

# The font of traditional Mongolian, whose layout they look at.
src/Interviews/Languages/Script/build.sh

log=$(mktemp)
trap 'rm -f "$log"' EXIT

dotnet build LegalService.sln --nologo -v quiet || { echo "0 passed, 1 failed, 0 skipped"; exit 1; }
dotnet test LegalService.sln --no-build --nologo --logger "console;verbosity=normal" 2>&1 | tee "$log"
status=${PIPESTATUS[0]}

# Each test project closes with "Passed: N", "Failed: N", "Skipped: N" lines (verbosity normal).
count() { awk -v name="$1" '$1 == name":" && $2 ~ /^[0-9]+$/ { sum += $2 } END { print sum + 0 }' "$log"; }
failed=$(count Failed)
if [ "$status" -ne 0 ] && [ "$failed" -eq 0 ]; then failed=1; fi
echo "$(count Passed) passed, $failed failed, $(count Skipped) skipped"
exit "$status"
