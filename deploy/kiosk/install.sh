#!/usr/bin/env bash
# Installs the kiosk on this machine (Debian 12 or newer), or brings it up to date. Can be run again at any time; settings are kept.
#   ./install.sh PUBLISHED      PUBLISHED is the folder that `dotnet publish src/Kiosk -c Release -o PUBLISHED` made
# With DESTDIR set, files go below that folder and nothing of this machine is touched.
set -euo pipefail
published=${1:?folder that dotnet publish made}
here=$(cd "$(dirname "$0")" && pwd)
root=${DESTDIR:-}
program=$root/opt/legalservice-kiosk

[ -x "$published/LegalService.Kiosk" ] || { echo "$published holds no LegalService.Kiosk" >&2; exit 1; }

if [ -z "$root" ]; then
  [ "$(id -u)" = 0 ] || { echo "run as root" >&2; exit 1; }
  dotnet --list-runtimes | grep -q '^Microsoft.AspNetCore.App 10\.' || { echo "install the ASP.NET Core runtime 10 first" >&2; exit 1; }
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
    cage chromium cups cups-client cups-filters curl fonts-noto-cjk ghostscript kbd libfontconfig1
  id legalservice-screen >/dev/null 2>&1 || useradd --system --no-create-home --home-dir /run/legalservice-screen --shell /usr/sbin/nologin legalservice-screen
  usermod --append --groups video,render,input,audio legalservice-screen
fi

# The new program stands whole before the old one goes; the old one is kept for a way back.
rm -rf "$program.new"
install -d -m 755 "$program.new"
cp -r --no-preserve=ownership "$published/." "$program.new/"
rm -rf "$program.before"
[ ! -d "$program" ] || mv "$program" "$program.before"
mv "$program.new" "$program"

install -D -m 755 "$here/browser" "$root/opt/legalservice-kiosk-screen/browser"
install -D -m 755 "$here/printer" "$root/usr/local/sbin/legalservice-kiosk-printer"
install -D -m 755 "$here/event" "$root/usr/local/sbin/legalservice-kiosk-event"
install -D -m 644 "$here/chromium-policy.json" "$root/etc/chromium/policies/managed/legalservice-kiosk.json"
for unit in legalservice-kiosk.service legalservice-kiosk-screen.service var-spool-cups.mount; do
  install -D -m 644 "$here/$unit" "$root/etc/systemd/system/$unit"
done
[ -e "$root/etc/legalservice-kiosk.env" ] || install -D -m 600 "$here/kiosk.env" "$root/etc/legalservice-kiosk.env"

if [ -z "$root" ]; then
  systemctl daemon-reload
  systemctl enable legalservice-kiosk legalservice-kiosk-screen var-spool-cups.mount cups
  systemctl stop cups
  systemctl start var-spool-cups.mount cups
  systemctl restart legalservice-kiosk legalservice-kiosk-screen
  [ -z "$(swapon --show --noheadings)" ] || echo "This machine swaps: what lies in memory can reach the disk. Switch swap off (README)." >&2
fi
