# shellcheck shell=bash
# What keur's scripts need of a machine; to be sourced. Everything it says goes to standard error.

# Debian's packages: what keur links (RE2, OpenSSL's libcrypto, libcurl, libxml2, SQLite), and what a Swift toolchain needs to fetch, compile and
# link.
debian_packages=(
    libre2-dev libssl-dev libcurl4-openssl-dev libxml2-dev libsqlite3-dev
    binutils ca-certificates g++ git libc6-dev libedit2 libncurses6 libz3-4 openssl pkg-config tzdata zlib1g-dev
)

say() { printf '%s\n' "$*" >&2; }

# Ends the script when there is no Swift compiler, or an old one.
require_swift() {
    local version
    if ! command -v swift >/dev/null; then
        say "keur is built from source, and there is no 'swift' on this machine's PATH."
    else
        version=$(swift --version 2>/dev/null | sed -n 's/.*Swift version \([0-9]*\.[0-9]*\).*/\1/p')
        # Sorting by version tells whether 6.3 comes first; an unreadable version is tried as it is.
        if [[ -z $version || $(printf '6.3\n%s\n' "$version" | sort -V | head -n 1) == 6.3 ]]; then return; fi
        say "keur needs Swift 6.3 or newer, and the 'swift' on this machine's PATH is $version."
    fi
    say "Get the Swift toolchain, 6.3 or newer, for your system: https://www.swift.org/install"
    say "put its usr/bin folder in PATH, check with 'swift --version', and run this command again."
    exit 2
}

# Installs what is missing of debian_packages; does nothing on a system without dpkg.
install_packages() {
    command -v dpkg-query >/dev/null || return 0
    local missing=() package as_root=()
    for package in "${debian_packages[@]}"; do
        if [[ $(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null) != installed ]]; then
            missing+=("$package")
        fi
    done
    if [[ ${#missing[@]} -eq 0 ]]; then return 0; fi
    if [[ $EUID -ne 0 ]]; then
        if ! command -v sudo >/dev/null; then
            say "these Debian packages are missing, and installing them takes root: ${missing[*]}"
            say "run as root: apt-get install ${missing[*]}"
            exit 2
        fi
        as_root=(sudo)
    fi
    say "installing from Debian: ${missing[*]}"
    local log
    log=$(mktemp)
    if ! { "${as_root[@]}" apt-get update -qq &&
        "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
            apt-get install -qq --no-install-recommends "${missing[@]}"; } >"$log" 2>&1; then
        cat "$log" >&2
        rm -f "$log"
        say "could not install ${missing[*]}; the lines above are apt-get's"
        exit 2
    fi
    rm -f "$log"
}

# build_release ROOT PRODUCT: brings .build/release/PRODUCT up to date, which costs nothing when it is.
build_release() {
    local root=$1 product=$2 stamp="$1/.build/release-$2.stamp" log
    if [[ -x "$root/.build/release/$product" && -f $stamp ]] &&
        [[ -z $(find "$root/Package.swift" "$root/Sources" -newer "$stamp" -print -quit) ]]; then
        return
    fi
    require_swift
    install_packages
    if [[ -x "$root/.build/release/$product" ]]; then
        say "building $product (its sources have changed)"
    else
        say "building $product (first time: about 6 minutes)"
    fi
    mkdir -p "$root/.build"
    # The stamp takes the time at which the build began: what changes meanwhile is built the next time.
    touch "$stamp.new"
    local command=(swift build --package-path "$root" -c release --static-swift-stdlib --product "$product")
    if [[ -t 2 ]]; then
        "${command[@]}" >&2 || exit 2
    else
        log=$(mktemp)
        if ! "${command[@]}" >"$log" 2>&1; then
            cat "$log" >&2
            rm -f "$log"
            exit 2
        fi
        rm -f "$log"
    fi
    mv "$stamp.new" "$stamp"
}
