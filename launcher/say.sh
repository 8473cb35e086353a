# How the launcher speaks: progress and errors to stderr, answers to stdout, colours only to a person.
# shellcheck shell=sh

EXIT_MISUSED=2 # a wrong option or setting: the same number as the processes use

if [ -t 2 ] && [ -z "${NO_COLOR:-}" ] && [ "${TERM:-dumb}" != dumb ]; then
  RED=$(printf '\033[31m') GREEN=$(printf '\033[32m') BOLD=$(printf '\033[1m') PLAIN=$(printf '\033[0m')
else
  RED='' GREEN='' BOLD='' PLAIN=''
fi

say() { printf '%s\n' "$*" >&2; }

say_step() { printf '%s%s%s\n' "$BOLD" "$*" "$PLAIN" >&2; }

say_good() { printf '%s%s%s\n' "$GREEN" "$*" "$PLAIN" >&2; }

say_error() { printf '%ssidik: %s%s\n' "$RED" "$*" "$PLAIN" >&2; }

die() {
  say_error "$*"
  exit 1
}

die_misused() {
  say_error "$*"
  exit "$EXIT_MISUSED"
}

# A JSON string. Control characters do not occur in what we say; a line break becomes a space.
json_string() { printf '"%s"' "$(printf '%s' "$1" | tr '\n\t' '  ' | sed 's/\\/\\\\/g; s/"/\\"/g')"; }

# Not every sleep knows fractions.
pause() { sleep 0.2 2>/dev/null || sleep 1; }
