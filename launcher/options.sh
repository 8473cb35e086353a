# The options that several commands share.
# shellcheck shell=sh disable=SC2034

DATA="" PROFILE=${SIDIK_PROFILE:-} CONFIG="" JSON=no HELP=no

default_data() {
  [ -n "${SIDIK_DATA:-}${HOME:-}" ] || die_misused "Say where to keep things: --data DIR (there is no HOME)"
  printf '%s' "${SIDIK_DATA:-${HOME:-}/.sidik}"
}

# Takes the shared options from the arguments; anything else is refused, except what the caller lists as its own: flags, and with a
# sign of equality what takes a value:
#   read_options 'flag another value=' "$@"    sets OPTION_flag=yes, OPTION_value=...
read_options() {
  own_flags=$1
  shift
  while [ $# -gt 0 ]; do
    case $1 in
      --*=*)
        split=$1
        shift
        set -- "${split%%=*}" "${split#*=}" "$@"
        continue
        ;;
      --data | --profile | --config)
        [ -n "${2:-}" ] || die_misused "$1 needs a value"
        case $1 in
          --data) DATA=$2 ;;
          --profile) PROFILE=$2 ;;
          --config) CONFIG=$2 ;;
        esac
        shift
        ;;
      --json) JSON=yes ;;
      --help | -h) HELP=yes ;;
      *)
        case " $own_flags " in
          *" ${1#--} "*) eval "OPTION_${1#--}=yes" ;;
          *" ${1#--}= "*)
            [ -n "${2:-}" ] || die_misused "$1 needs a value"
            eval "OPTION_${1#--}=\$2"
            shift
            ;;
          *) die_misused "Unknown option '$1'; try --help" ;;
        esac
        ;;
    esac
    shift
  done
}

absolute_path() {
  case $1 in
    /*) printf '%s' "$1" ;;
    *) printf '%s' "$(pwd)/$1" ;;
  esac
}

# Makes DATA an absolute path; the folder itself is made only by those who start something.
# A box that joined the fleet of another has a bridge and nothing else.
settle_data() {
  DATA=$(absolute_path "${DATA:-$(default_data)}")
  [ ! -f "$DATA/trust/bridge.identity.pem" ] || PROCESSES=bridge
}
