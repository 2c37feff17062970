# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=sh
#
# What src/run and tests/run have in common: packages and the build. Sourced,
# with $root set to the checkout.

# A package a word; A|B: any of them, else the first is installed.
packages_to_build='gcc|clang libc6-dev meson pkgconf|pkg-config gettext
  libglib2.0-dev libgtk-4-dev libgtk-4-bin libjson-glib-dev librsvg2-common'
# A session bus for settings and accessibility, icons, and a font with all the
# weights that the style sheet uses.
packages_to_run='dbus-x11|dbus-user-session dbus-daemon at-spi2-core
  adwaita-icon-theme
  fonts-noto-core|fonts-cantarell|fonts-open-sans|fonts-roboto|fonts-ubuntu'
packages_to_test='xvfb xdotool dbus-daemon at-spi2-core python3 python3-gi
  gir1.2-atspi-2.0 python3-jsonschema clang-format desktop-file-utils appstream
  binutils util-linux hunspell hunspell-en-us'
packages_to_fuzz='clang libclang-rt-dev'
modules='gio-unix-2.0 >= 2.74 json-glib-1.0 >= 1.6 gtk4 >= 4.8'

say ()
{
  printf '%s\n' "$*" >&2
}

die ()
{
  say "$@"
  exit 1
}

is_installed ()
{
  # shellcheck disable=SC2016 # a format of dpkg-query
  [ "$(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

# missing_packages WORD... prints those that have to be installed.
missing_packages ()
{
  for word in "$@"; do
    found=
    for package in $(printf '%s' "$word" | tr '|' ' '); do
      if is_installed "$package"; then
        found=yes
        break
      fi
    done
    [ -n "$found" ] || printf '%s ' "${word%%|*}"
  done
}

# Whether the build can go ahead, whatever the package manager thinks.
can_build ()
{
  command -v meson >/dev/null && command -v ninja >/dev/null \
    && command -v pkg-config >/dev/null && command -v msgfmt >/dev/null \
    && { command -v cc || command -v gcc || command -v clang; } >/dev/null \
    && pkg-config --exists "$modules" 2>/dev/null
}

install_packages ()
{
  as_root=
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || return 1
    as_root=sudo
  fi
  say "Installing: $*"
  $as_root env DEBIAN_FRONTEND=noninteractive apt-get -q update >&2 \
    && $as_root env DEBIAN_FRONTEND=noninteractive apt-get -q install -y \
      --no-install-recommends "$@" >&2
}

# need WORD... installs what is missing, or says what is needed.
need ()
{
  if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
    can_build && return 0
    die 'No apt here. Please install a C compiler, Meson >= 1.0, Ninja,' \
      "pkg-config, gettext, and the development files of $modules; then again."
  fi
  missing=$(missing_packages "$@")
  # shellcheck disable=SC2086 # a list of packages
  if [ -z "$missing" ] || install_packages $missing; then
    return 0
  fi
  say "Could not install packages. Please run as root: apt-get install $missing"
  can_build || exit 1
}

# configure DIR OPTION... sets the build folder up where it is not there, was
# made for another checkout, or is broken.
configure ()
{
  dir=$1
  shift
  wanted="$root $*"
  if [ -f "$dir/build.ninja" ] && [ "$(cat "$dir/configured" 2>/dev/null)" = "$wanted" ] \
    && ninja -C "$dir" build.ninja >"$dir/build.log" 2>&1; then
    return 0
  fi
  rm -rf "$dir"
  mkdir -p "$dir"
  if ! meson setup "$@" "$dir" "$root" >"$dir/build.log" 2>&1; then
    cat "$dir/build.log" >&2
    return 1
  fi
  printf '%s\n' "$wanted" >"$dir/configured"
}

# up_to_date DIR OPTION... says whether compile would have nothing to do.
up_to_date ()
{
  dir=$1
  shift
  [ -f "$dir/build.ninja" ] && [ "$(cat "$dir/configured" 2>/dev/null)" = "$root $*" ] \
    && ninja -C "$dir" -n 2>/dev/null | grep -q 'no work to do'
}

# compile DIR OPTION... builds; silent where all goes well.
compile ()
{
  configure "$@" || return 1
  if ! ninja -C "$1" >"$1/build.log" 2>&1; then
    cat "$1/build.log" >&2
    return 1
  fi
}
