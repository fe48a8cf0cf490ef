#!/usr/bin/env bash
# Puts the keyboard on the screen beside the kiosk's pages, with the characters for each pinyin. Needs npm. Both packages carry whole bundles, so nothing else is fetched.
set -euo pipefail
cd "$(dirname "$0")"

target=../wwwroot/keyboard
mkdir -p "$target"

fetch() { # package version integrity file name...
  local package=$1 version=$2 integrity=$3
  shift 3
  [ "$(cat "$target/$package.version" 2>/dev/null)" = "$version" ] && return
  local work
  work=$(mktemp -d)
  npm pack "$package@$version" --pack-destination "$work" --silent >/dev/null
  local archive got
  archive=$(ls "$work"/*.tgz)
  got=sha512-$(openssl dgst -sha512 -binary "$archive" | base64 -w0)
  if [ "$got" != "$integrity" ]; then
    echo "$package $version is not what it was: $got" >&2
    rm -rf "$work"
    exit 1
  fi
  tar -xzf "$archive" -C "$work"
  cp "$work/package/LICENSE" "$target/$package.LICENSE.txt"
  while [ $# -gt 0 ]; do
    cp "$work/package/$1" "$target/$2"
    shift 2
  done
  rm -rf "$work"
  echo "$version" > "$target/$package.version"
}

fetch simple-keyboard 3.8.192 \
  sha512-/H+ggE5S7iTQxqc9U0wxO+razvRNjy/SOH9h7g8qwwB2JivI7iu2WQXKa6vkyxV2VJciDeimqas2maMCARBukQ== \
  build/index.js simple-keyboard.js build/css/index.css simple-keyboard.css
fetch simple-keyboard-layouts 3.4.265 \
  sha512-aQyKO4bIgw/VJz8xNsDLCmZ0Ckw+fT7pPsoSrxshQbF6w1mtvIyDWQsRKcpV/fJyIB5C+TQx9WWvGFw5ycR51Q== \
  build/index.js simple-keyboard-layouts.js
